package dev.owlet.runtime.faults;

import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commits of a table, as they lie there. */
final class CommitLog {
    private static final Pattern COMMIT = Pattern.compile(".*/_delta_log/(\\d{20})\\.json");

    private CommitLog() {}

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

    static Optional<Version> version(ObjectStore store, String folder, long number) throws IOException {
        try {
            String key = String.format("%s/_delta_log/%020d.json", folder, number);
            return Optional.of(Version.parse(number, store.get(key)));
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
