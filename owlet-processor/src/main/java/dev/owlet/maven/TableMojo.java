package dev.owlet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A command of the application about one table, run with the project's classes. */
abstract class TableMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** The model. */
    @Parameter(defaultValue = "${project.basedir}/" + ModelFile.NAME)
    private File model;

    /** Java package of everything generated. */
    @Parameter(property = "owlet.package", required = true)
    private String packageName;

    /** Path of the table in the API, such as {@code sightings}. */
    @Parameter(property = "table", required = true)
    private String table;

    abstract List<String> arguments(String table);

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        List<String> command = AppCommand.of(project, classes, model.toPath(), packageName);
        command.addAll(arguments(table));
        try {
            int exitCode =
                    RunningApp.start(command, project.getBasedir().toPath()).await();
            if (exitCode != 0) {
                throw new MojoFailureException("ended with exit code " + exitCode + ", as said above");
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot start the application: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
