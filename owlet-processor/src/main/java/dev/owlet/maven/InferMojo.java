package dev.owlet.maven;

import dev.owlet.processor.infer.Inference;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Drafts a concept from a file of data, with the evidence for each choice in comments. */
@Mojo(name = "infer", requiresProject = false, threadSafe = true)
public class InferMojo extends AbstractMojo {
    /** CSV and its relatives, JSON array or NDJSON. */
    @Parameter(property = "file")
    private @Nullable File file;

    /** Where the draft goes; printed when not given. Never overwritten. */
    @Parameter(property = "output")
    private @Nullable File output;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (file == null) {
            throw new MojoFailureException("Which file? Say mvn owlet:infer -Dfile=x.csv");
        }
        try {
            String draft = Inference.draft(file.getName(), Files.readAllBytes(file.toPath()));
            if (output == null) {
                draft.lines().forEach(System.out::println);
            } else {
                Files.writeString(output.toPath(), draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                getLog().info("wrote " + output);
            }
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(file + ": " + e.getMessage(), e);
        } catch (FileAlreadyExistsException e) {
            throw new MojoFailureException(output + " is there already; it is left as it is", e);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
