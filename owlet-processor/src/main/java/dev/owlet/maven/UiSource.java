package dev.owlet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which source a web app was built from: by the SHA-256 of a project's {@code ui/}, kept beside what was built of it. */
final class UiSource {
    /** Lies in a built web app: the hash of its source, in hexadecimal digits. */
    static final String STAMP = "source.sha256";

    private static final Set<String> MADE = Set.of("node_modules", "dist");

    private UiSource() {}

    /**
     * Of all files below a folder, in order of their paths' bytes: path (with {@code /}, UTF-8), a zero byte, length in
     * decimal digits, a zero byte, content. Folders {@code node_modules}, {@code dist} and those whose name begins with a
     * dot are left out. Owlet's own build reckons the same in {@code owlet-runtime/src/build}.
     */
    static String hash(Path ui) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        for (Map.Entry<byte[], Path> file : files(ui).entrySet()) {
            byte[] content = Files.readAllBytes(file.getValue());
            digest.update(file.getKey());
            digest.update((byte) 0);
            digest.update(String.valueOf(content.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) 0);
            digest.update(content);
        }
        return Fingerprint.hex(digest);
    }

    /** The hash of the source that a web app was built from; none when it does not say. */
    static Optional<String> of(Path built) throws IOException {
        Path stamp = built.resolve(STAMP);
        return Files.isRegularFile(stamp) ? Optional.of(Files.readString(stamp).strip()) : Optional.empty();
    }

    static void stamp(Path built, String hash) throws IOException {
        Files.writeString(built.resolve(STAMP), hash + "\n");
    }

    private static Map<byte[], Path> files(Path ui) throws IOException {
        Map<byte[], Path> files = new TreeMap<>(Arrays::compareUnsigned);
        Files.walkFileTree(ui, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean out = !folder.equals(ui) && (MADE.contains(name) || name.startsWith("."));
                return out ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = ui.relativize(file).toString().replace(File.separatorChar, '/');
                files.put(path.getBytes(StandardCharsets.UTF_8), file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
