package dev.owlet.runtime.faults;

import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commits of a table, as they lie there. */
final class CommitLog {
    private static final Pattern COMMIT = Pattern.compile(".*/_delta_log/(\\d{20})\\.json");

    private CommitLog() {}

    static boolean isCommit(String key) {
        return COMMIT.matcher(key).matches();
    }

    static String key(String folder, long version) {
        return String.format("%s/_delta_log/%020d.json", folder, version);
    }

    static SortedMap<Long, Version> read(ObjectStore store, String folder) throws IOException {
        SortedMap<Long, Version> versions = new TreeMap<>();
        for (StoredObject object : store.listFrom(folder + "/_delta_log/")) {
            Matcher matcher = COMMIT.matcher(object.key());
            if (matcher.matches()) {
                long number = Long.parseLong(matcher.group(1));
                versions.put(number, Version.parse(number, store.get(object.key())));
            }
        }
        return versions;
    }

    /** The same with those that were copied before they were cleaned away. */
    static SortedMap<Long, Version> read(ObjectStore store, String folder, Path archive) throws IOException {
        SortedMap<Long, Version> versions = read(store, folder);
        if (Files.exists(archive.resolve(folder))) {
            try (Stream<Path> files = Files.list(archive.resolve(folder))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Matcher matcher = COMMIT.matcher(folder + "/_delta_log/" + file.getFileName());
                    if (matcher.matches()) {
                        long number = Long.parseLong(matcher.group(1));
                        versions.put(number, Version.parse(number, Files.readAllBytes(file)));
                    }
                }
            }
        }
        return versions;
    }

    static Optional<Version> version(ObjectStore store, String folder, long number) throws IOException {
        try {
            return Optional.of(Version.parse(number, store.get(key(folder, number))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Paths below the table's folder. */
    static Set<String> files(ObjectStore store, String folder) throws IOException {
        return store.listAll(folder).stream()
                .map(object -> object.key().substring(folder.length() + 1))
                .collect(Collectors.toSet());
    }

    /** The path of a file of which the log has an encoded one. */
    static String decoded(String path) {
        return URI.create(path).getPath();
    }
}
