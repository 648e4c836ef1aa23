package dev.owlet.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** The model as it lies on disk. */
record ModelFile(String name, byte[] bytes) {
    static final String NAME = "data_model.yml";

    private static final Pattern PROJECT = Pattern.compile("(?m)^project:[ \\t]*[\"']?([a-z][a-z0-9-]*)");

    static ModelFile read(Path path) throws MojoFailureException, MojoExecutionException {
        if (!Files.isRegularFile(path)) {
            throw new MojoFailureException("There is no " + path.getFileName() + " in " + path.getParent()
                    + ". Owlet generates everything from that file; run this where it lies, beside pom.xml.");
        }
        try {
            return new ModelFile(String.valueOf(path.getFileName()), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The generated project class, when the model says so much. */
    Optional<String> mainClass(String packageName) {
        Matcher project = PROJECT.matcher(text());
        if (!project.find()) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder(packageName).append('.');
        for (String word : project.group(1).split("-", -1)) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return Optional.of(name.toString());
    }
}
