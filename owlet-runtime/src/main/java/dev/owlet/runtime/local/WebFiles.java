package dev.owlet.runtime.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the files of the web app lie: in a folder, or in the application's jars. */
interface WebFiles {
    String INDEX = "index.html";

    /** The project's own bundle, made from its changed {@code ui/}, and the one that Owlet brings. */
    List<String> BUNDLES = List.of("META-INF/owlet/own-ui/", "META-INF/owlet/ui/");

    /** Names without a segment that starts with a dot: none leads out of the folder. */
    Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");

    /** @param name relative, such as {@code assets/index-Bq1.js}; matches {@link #NAME} */
    Optional<WebFile> find(String name);

    /**
     * The folder if there is one, else the project's own bundle, else Owlet's.
     *
     * @param folder with an {@code index.html}; its files are read again for each request
     * @return empty when the application was built without a web app
     * @throws IOException when the folder has no {@code index.html}
     */
    static Optional<WebFiles> locate(Optional<Path> folder, ClassLoader classes) throws IOException {
        if (folder.isPresent()) {
            if (!Files.isRegularFile(folder.get().resolve(INDEX))) {
                throw new IOException("OWLET_UI is " + folder.get() + ", but there is no " + INDEX
                        + " in it. Name the folder that the web app was built to, such as ui/dist.");
            }
            return Optional.of(name -> read(folder.get().resolve(name)));
        }
        return BUNDLES.stream()
                .filter(prefix -> classes.getResource(prefix + INDEX) != null)
                .findFirst()
                .map(prefix -> carried(classes, prefix));
    }

    private static WebFiles carried(ClassLoader classes, String prefix) {
        Map<String, Optional<WebFile>> known = new ConcurrentHashMap<>();
        return name -> {
            Optional<WebFile> file = known.get(name);
            if (file == null) {
                file = read(classes.getResourceAsStream(prefix + name));
                file.ifPresent(found -> known.put(name, Optional.of(found)));
            }
            return file;
        };
    }

    private static Optional<WebFile> read(@Nullable InputStream stream) {
        if (stream == null) {
            return Optional.empty();
        }
        try (stream) {
            return Optional.of(WebFile.of(stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<WebFile> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(WebFile.of(Files.readAllBytes(file))) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
