package dev.owlet.processor;

import dev.owlet.processor.cost.Estimate;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.source.ProblemPrinter;
import dev.owlet.processor.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A model file on disk, compiled.
 *
 * @param problems printed, each with the file's full path, which is what makes them clickable
 * @param notes what else the build should say
 */
record ModelCompilation(List<String> problems, List<String> notes, List<GeneratedFile> files) {
    private static final String HASH = "META-INF/owlet/model.sha256";

    static ModelCompilation of(Path file, Target target) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new ModelCompilation(
                    List.of(file + " does not exist. Write the model there."), List.of(), List.of());
        }
        byte[] bytes = Files.readAllBytes(file);
        CompileResult result = new OwletCompiler(Emitters.ALL).compile(bytes, target);
        ProblemPrinter printer =
                new ProblemPrinter(new SourceText(file.toString(), new String(bytes, StandardCharsets.UTF_8)));
        List<String> problems = result.problems().stream()
                .map(printer::print)
                .map(String::stripTrailing)
                .toList();
        List<String> notes = result.model().stream()
                .map(model ->
                        target.sourceName() + ": " + Estimate.of(model).summary() + "; see META-INF/owlet/cost.md")
                .toList();
        return new ModelCompilation(problems, notes, problems.isEmpty() ? withHash(result.files(), bytes) : List.of());
    }

    /** Says which model the files were made of, so that a build in which no processor ran can be told. */
    private static List<GeneratedFile> withHash(List<GeneratedFile> files, byte[] model) {
        List<GeneratedFile> all = new ArrayList<>(files);
        all.add(new GeneratedFile(GeneratedFile.Kind.RESOURCE, HASH, sha256(model) + "\n"));
        return all;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
