package dev.owlet.processor;

import dev.owlet.processor.source.ProblemPrinter;
import dev.owlet.processor.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The cases on disk: models that compile, and models with the problems they must give. */
public final class Cases {
    public static final Path ROOT = Path.of("src/test/cases");
    private static final String MODEL = "data_model.yml";
    private static final String PROBLEMS = "problems.txt";

    private Cases() {}

    /** Whether expected files are written instead of compared: {@code -Dowlet.cases.rewrite=true}. */
    public static boolean rewrite() {
        return Boolean.getBoolean("owlet.cases.rewrite");
    }

    /** Folders of all cases, by name. */
    public static List<Path> all() {
        return models(ROOT);
    }

    /** Folders of the projects that the repository shows as examples. */
    public static List<Path> examples() {
        return models(Path.of("../examples"));
    }

    private static List<Path> models(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(f -> Files.exists(f.resolve(MODEL))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cases whose model is sound. */
    public static List<Path> good() {
        return all().stream().filter(f -> !Files.exists(f.resolve(PROBLEMS))).toList();
    }

    /** Cases whose model has problems. */
    public static List<Path> broken() {
        return all().stream().filter(f -> Files.exists(f.resolve(PROBLEMS))).toList();
    }

    public static byte[] bytes(Path folder) {
        try {
            return Files.readAllBytes(folder.resolve(MODEL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model's text; bytes that are no UTF-8 become replacement characters. */
    public static String text(Path folder) {
        return new String(bytes(folder), StandardCharsets.UTF_8);
    }

    /** The problems as people see them. */
    public static String print(String text, CompileResult result) {
        return new ProblemPrinter(new SourceText(MODEL, text)).print(result.problems());
    }

    static Path problems(Path folder) {
        return folder.resolve(PROBLEMS);
    }
}
