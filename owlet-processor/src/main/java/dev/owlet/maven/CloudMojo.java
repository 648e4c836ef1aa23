package dev.owlet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal about the deployed project. */
abstract class CloudMojo extends AbstractMojo {
    /** Root of the Terraform configuration. */
    @Parameter(defaultValue = "${project.basedir}/infra", readonly = true, required = true)
    private File infra;

    @Parameter(defaultValue = "${project.build.directory}/owlet", readonly = true, required = true)
    private File work;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            run(Tools.ofMachine());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted", e);
        }
    }

    abstract void run(Tools tools)
            throws IOException, InterruptedException, MojoExecutionException, MojoFailureException;

    final Path infra() {
        return infra.toPath();
    }

    /** A folder for files that live as long as a goal. */
    final Path work() {
        return work.toPath();
    }

    final Preflight preflight(Tools tools) {
        Credentials credentials = new Credentials(System::getenv, Path.of(System.getProperty("user.home")));
        return new Preflight(tools, credentials, infra(), line -> getLog().info(line));
    }

    /** Terraform, once {@code owlet:init} has been run. */
    final Terraform terraform(Tools tools) throws MojoFailureException {
        return Terraform.of(tools, infra()).requireInitialised();
    }
}
