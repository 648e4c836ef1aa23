package dev.owlet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Cares for the application's tables once: merges small files, removes those that no version of the last week needs,
 * shortens the log. Safe while the application runs, here or elsewhere.
 */
@Mojo(name = "maintain", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class MaintainMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** The model. */
    @Parameter(defaultValue = "${project.basedir}/" + ModelFile.NAME)
    private File model;

    /** Java package of everything generated. */
    @Parameter(property = "owlet.package", required = true)
    private String packageName;

    /** Change nothing, and tell what would be done. */
    @Parameter(property = "dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        List<String> command = AppCommand.of(project, classes, model.toPath(), packageName);
        command.add("maintain");
        if (dryRun) {
            command.add("--dry-run");
        }
        try {
            int exitCode =
                    RunningApp.start(command, project.getBasedir().toPath()).await();
            if (exitCode != 0) {
                throw new MojoFailureException("maintenance ended with exit code " + exitCode);
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot start the application: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
