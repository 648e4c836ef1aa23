package dev.owlet.maven;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that deploys what the package phase made, just before it. */
abstract class DeploymentMojo extends CloudMojo {
    @Parameter(
            defaultValue = "${project.build.directory}/${project.build.finalName}.jar",
            readonly = true,
            required = true)
    private File jar;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classes;

    /** Whether to go on without being asked. */
    @Parameter(property = "yes", defaultValue = "false")
    private boolean yes;

    @Parameter(defaultValue = "${settings.interactiveMode}", readonly = true)
    private boolean interactive;

    @Override
    final void run(Tools tools) throws IOException, InterruptedException, MojoFailureException {
        Packaged.requireFresh(jar.toPath(), classes.toPath());
        if (makesFunctions()) {
            preflight(tools).concurrency().ifPresent(getLog()::warn);
        }
        run(new Deployment(terraform(tools), Question.of(yes, interactive), line -> getLog().info(line), work()));
    }

    /** Of which an account may run only so many at once. */
    boolean makesFunctions() {
        return true;
    }

    abstract void run(Deployment deployment) throws IOException, InterruptedException, MojoFailureException;
}
