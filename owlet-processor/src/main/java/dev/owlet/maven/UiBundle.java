package dev.owlet.maven;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The built web app that comes with the runtime.
 *
 * @param folder its files, possibly inside a jar
 * @param jar to close after use; none when the files lie in a folder
 */
record UiBundle(Path folder, @Nullable FileSystem jar) implements Closeable {
    private static final String PLACE = "META-INF/owlet/ui";

    /** The first on a class path. */
    static Optional<UiBundle> find(List<String> classPath) throws IOException {
        for (String element : classPath) {
            Optional<UiBundle> bundle = in(Path.of(element));
            if (bundle.isPresent()) {
                return bundle;
            }
        }
        return Optional.empty();
    }

    private static Optional<UiBundle> in(Path element) throws IOException {
        if (Files.isDirectory(element)) {
            return Optional.of(new UiBundle(element.resolve(PLACE), null)).filter(UiBundle::isThere);
        }
        if (!Files.isRegularFile(element)) {
            return Optional.empty();
        }
        FileSystem jar = FileSystems.newFileSystem(element);
        UiBundle bundle = new UiBundle(jar.getPath(PLACE), jar);
        if (bundle.isThere()) {
            return Optional.of(bundle);
        }
        jar.close();
        return Optional.empty();
    }

    private boolean isThere() {
        return Files.isRegularFile(folder.resolve("index.html"));
    }

    /** The hash of its source. */
    Optional<String> source() throws IOException {
        return UiSource.of(folder);
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}
