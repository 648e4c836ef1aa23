package dev.owlet.maven;

import dev.owlet.processor.CompileResult;
import dev.owlet.processor.cost.Estimate;
import dev.owlet.processor.model.Model;
import dev.owlet.processor.source.ProblemPrinter;
import dev.owlet.processor.source.SourceText;
import java.io.File;
import java.nio.charset.StandardCharsets;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Says what is wrong with the model, all at once, or what a month of it costs, without compiling anything. */
@Mojo(name = "check", requiresProject = false, threadSafe = true)
public class CheckMojo extends AbstractMojo {
    /** The model. */
    @Parameter(property = "model", defaultValue = "${basedir}/" + ModelFile.NAME)
    private File model;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        ModelFile file = ModelFile.read(model.toPath());
        CompileResult result = file.check();
        if (result.model().isEmpty()) {
            report(file, result);
            throw new MojoFailureException(
                    file.name() + ": " + counted(result.problems().size(), "problem"));
        }
        Model valid = result.model().get();
        getLog().info(file.name() + ": " + counted(valid.concepts().size(), "concept") + ", no problems");
        Estimate estimate = Estimate.of(valid);
        getLog().info(estimate.summary() + ":");
        estimate.table().forEach(line -> getLog().info("  " + line));
    }

    private void report(ModelFile file, CompileResult result) {
        SourceText source = new SourceText(file.name(), new String(file.bytes(), StandardCharsets.UTF_8));
        ProblemPrinter printer = new ProblemPrinter(source);
        result.problems().forEach(problem -> printer.print(problem).lines().forEach(getLog()::error));
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
