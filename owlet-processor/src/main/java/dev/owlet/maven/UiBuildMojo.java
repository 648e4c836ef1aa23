package dev.owlet.maven;

import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Builds the web app in {@code ui/} with npm, when it was changed; without a change, Node is not needed. */
@Mojo(name = "ui-build", requiresDependencyResolution = ResolutionScope.RUNTIME)
public class UiBuildMojo extends UiMojo {
    @Override
    void run(Tools tools) throws IOException, InterruptedException, MojoExecutionException, MojoFailureException {
        new UiBuild(ui(), tools, line -> getLog().info(line)).run(bundleSource());
    }

    private Optional<String> bundleSource() throws IOException, MojoExecutionException {
        Optional<UiBundle> found = bundle();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (UiBundle bundle = found.get()) {
            return bundle.source();
        }
    }
}
