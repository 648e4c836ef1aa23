package dev.owlet.maven;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Compiles and starts the application on this machine; compiles and starts it again whenever the model or the Java
 * sources change. While they do not compile, the application goes on as it was.
 */
@Mojo(name = "run", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class RunMojo extends AbstractMojo {
    private static final int MILLIS_BETWEEN_LOOKS = 300;
    private static final String DEFAULT_PORT = "8080";
    private static final String WEB_APP = "OWLET_UI";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** The model. */
    @Parameter(defaultValue = "${project.basedir}/" + ModelFile.NAME)
    private File model;

    /** Java package of everything generated. */
    @Parameter(property = "owlet.package", required = true)
    private String packageName;

    /** Folder of sample data to start with; {@code -Dsample} alone means {@code sample}. */
    @Parameter(property = "sample")
    private @Nullable String sample;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classes;

    @Parameter(defaultValue = "${project.build.directory}/owlet-run", readonly = true, required = true)
    private File copy;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        requireFreePort();
        try {
            tellOfUnbuiltWebApp();
            run();
        } catch (IOException e) {
            throw new MojoExecutionException("cannot run the application: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who changed ui/ would look for the change in vain. */
    private void tellOfUnbuiltWebApp() throws IOException, MojoExecutionException {
        try (UiBundle bundle =
                UiBundle.find(project.getRuntimeClasspathElements()).orElse(null)) {
            UiDeployMojo.source(project.getBasedir().toPath().resolve("ui"), Optional.ofNullable(bundle));
        } catch (MojoFailureException e) {
            getLog().warn(e.getMessage());
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the class path is not resolved", e);
        }
    }

    private void run() throws IOException, InterruptedException, MojoExecutionException, MojoFailureException {
        SourceWatch watch = new SourceWatch(watched());
        RunningApp app = start();
        boolean edited = false;
        boolean told = false;
        // After an edit, an application that does not start is something to mend, not the end.
        while (app.isRunning() || edited) {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
            if (watch.changed()) {
                settle(watch);
                app = afterEdit(app);
                edited = true;
                told = false;
            } else if (!app.isRunning() && !told) {
                getLog().error("the application ended with exit code " + app.exitCode() + ": waiting for a change");
                told = true;
            }
        }
        if (app.exitCode() != 0) {
            throw new MojoFailureException("the application ended with exit code " + app.exitCode());
        }
    }

    private RunningApp afterEdit(RunningApp app)
            throws IOException, InterruptedException, MojoExecutionException, MojoFailureException {
        if (!new Recompilation(session, project).run()) {
            getLog().error("does not compile: the application goes on as it was");
            return app;
        }
        getLog().info("changed: starting again");
        app.stop();
        return start();
    }

    /** Editors and checkouts write several files in a row. */
    private static void settle(SourceWatch watch) throws InterruptedException {
        do {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        } while (watch.changed());
    }

    private List<Path> watched() {
        List<Path> watched = new ArrayList<>(List.of(model.toPath()));
        Path target = Path.of(project.getBuild().getDirectory());
        project.getCompileSourceRoots().stream()
                .map(Path::of)
                .filter(root -> !root.startsWith(target))
                .forEach(watched::add);
        return watched;
    }

    private RunningApp start() throws IOException, MojoExecutionException, MojoFailureException {
        ClassPathCopy.replace(classes.toPath(), copy.toPath());
        List<String> command = AppCommand.of(project, copy.toPath(), model.toPath(), packageName);
        if (sample != null) {
            boolean unnamed = sample.isEmpty() || sample.equals("true");
            command.addAll(List.of("--sample", unnamed ? "sample" : sample));
        }
        return RunningApp.start(command, project.getBasedir().toPath(), ownWebApp());
    }

    /** The project's own web app is served from where it is built to, so that the next build is seen at once. */
    private Map<String, String> ownWebApp() {
        Path built = project.getBasedir().toPath().resolve(Path.of("ui", UiBuild.DIST));
        boolean own = Files.isRegularFile(built.resolve("index.html")) && System.getenv(WEB_APP) == null;
        return own ? Map.of(WEB_APP, built.toString()) : Map.of();
    }

    private static void requireFreePort() throws MojoFailureException {
        String port = System.getenv().getOrDefault("OWLET_PORT", DEFAULT_PORT);
        if (!port.matches("\\d{1,5}")) {
            return; // The application says what is wrong with it.
        }
        try (ServerSocket probe = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (IOException | IllegalArgumentException e) {
            throw new MojoFailureException(
                    "Port " + port + " is taken. Stop what uses it, or choose another: OWLET_PORT=8081 mvn owlet:run",
                    e);
        }
    }
}
