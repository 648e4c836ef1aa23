package dev.owlet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal about the web app: the project's own, or the one that comes with the runtime. */
abstract class UiMojo extends CloudMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Source of the project's own web app. */
    @Parameter(defaultValue = "${project.basedir}/ui", readonly = true, required = true)
    private File ui;

    final Path ui() {
        return ui.toPath();
    }

    /** The web app that comes with the runtime; to be closed. */
    final Optional<UiBundle> bundle() throws IOException, MojoExecutionException {
        try {
            return UiBundle.find(project.getRuntimeClasspathElements());
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the class path is not resolved", e);
        }
    }
}
