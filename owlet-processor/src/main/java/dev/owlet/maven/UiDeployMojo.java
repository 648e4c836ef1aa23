package dev.owlet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Brings the web app to the deployed site: the project's own when {@code ui/} was changed, else the one of the runtime. */
@Mojo(name = "ui-deploy", requiresDependencyResolution = ResolutionScope.RUNTIME)
public class UiDeployMojo extends UiMojo {
    @Override
    void run(Tools tools) throws IOException, InterruptedException, MojoExecutionException, MojoFailureException {
        Outputs outputs = Outputs.of(terraform(tools));
        SiteBucket site = new SiteBucket(
                AwsCli.of(tools, infra(), outputs), outputs.require("site_bucket"), work().resolve("ui-deploy"));
        UiDeploy deploy = new UiDeploy(site, outputs.require("site_distribution"), line -> getLog().info(line));
        try (UiBundle bundle = bundle().orElse(null)) {
            Path folder = source(ui(), Optional.ofNullable(bundle));
            getLog().info("the web app of " + (folder.startsWith(ui()) ? folder : "Owlet's runtime"));
            deploy.run(WebFile.all(folder));
        }
        getLog().info(outputs.require("site_url"));
    }

    /** @throws MojoFailureException when what is built is not what stands in {@code ui/} */
    static Path source(Path ui, Optional<UiBundle> bundle) throws IOException, MojoFailureException {
        Path dist = ui.resolve(UiBuild.DIST);
        boolean hasOwn = Files.isRegularFile(ui.resolve("package.json"));
        if (!hasOwn && bundle.isPresent()) {
            return bundle.get().folder();
        }
        Optional<String> source = hasOwn ? Optional.of(UiSource.hash(ui)) : Optional.empty();
        if (hasOwn && Files.isDirectory(dist)) {
            if (!UiSource.of(dist).equals(source)) {
                throw new MojoFailureException(
                        "ui/ was changed since ui/dist was built by mvn owlet:ui-build. Run that first.");
            }
            return dist;
        }
        if (bundle.isPresent() && bundle.get().source().equals(source)) {
            return bundle.get().folder();
        }
        throw new MojoFailureException(
                hasOwn
                        ? "ui/ was changed, and not built yet. Run mvn owlet:ui-build first."
                        : "There is no web app: no ui/ here, and none in this build of Owlet's runtime.");
    }
}
