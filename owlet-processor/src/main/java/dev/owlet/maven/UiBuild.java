package dev.owlet.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;

/** Builds a project's {@code ui/} into {@code ui/dist}, when it was changed. */
final class UiBuild {
    static final String DIST = "dist";

    /** Inside node_modules, which npm removes before it installs: the hash of the lock that was installed. */
    private static final String INSTALLED = ".owlet-lock.sha256";

    private final Path ui;
    private final Tools tools;
    private final Consumer<String> says;

    UiBuild(Path ui, Tools tools, Consumer<String> says) {
        this.ui = ui;
        this.tools = tools;
        this.says = says;
    }

    /** @param bundle the hash of what the runtime's own web app was built from */
    void run(Optional<String> bundle) throws IOException, InterruptedException, MojoFailureException {
        if (!Files.isRegularFile(ui.resolve("package.json"))) {
            throw new MojoFailureException("There is no " + ui.resolve("package.json")
                    + ". The archetype writes the web app's source into ui/; without it, Owlet's own is served.");
        }
        Path dist = ui.resolve(DIST);
        String source = UiSource.hash(ui);
        if (UiSource.of(dist).equals(Optional.of(source))) {
            says.accept("ui/ is unchanged since ui/dist was built: nothing to do");
        } else if (bundle.equals(Optional.of(source))) {
            says.accept("ui/ is as it was scaffolded: nothing to do, the web app that comes with Owlet is used");
            removeOld(dist);
        } else {
            build(dist);
        }
    }

    private void removeOld(Path dist) throws IOException {
        if (Files.isDirectory(dist)) {
            Folders.delete(dist);
            says.accept("removed ui/dist, which was built from other source");
        }
    }

    private void build(Path dist) throws IOException, InterruptedException, MojoFailureException {
        Node node = Node.of(tools, ui);
        install(node);
        String source = UiSource.hash(ui); // npm install may have written a lock
        says.accept("npm run build");
        node.run("run", "build");
        if (!Files.isRegularFile(dist.resolve("index.html"))) {
            throw new MojoFailureException(
                    "npm run build made no ui/dist/index.html. See \"build\" in ui/package.json.");
        }
        UiSource.stamp(dist, source);
        says.accept("ui/dist is built: mvn package takes it into the jar, mvn owlet:ui-deploy brings it to the site");
    }

    private void install(Node node) throws IOException, InterruptedException, MojoFailureException {
        Path lock = ui.resolve("package-lock.json");
        if (!Files.isRegularFile(lock)) {
            says.accept("npm install: there is no package-lock.json yet");
            node.run("install", "--no-audit", "--no-fund");
            return;
        }
        Path installed = ui.resolve("node_modules").resolve(INSTALLED);
        String wanted = Fingerprint.of(Files.readAllBytes(lock));
        if (Files.isRegularFile(installed)
                && Files.readString(installed, StandardCharsets.UTF_8).equals(wanted)) {
            return;
        }
        says.accept("npm ci: packages as package-lock.json says");
        node.run("ci", "--no-audit", "--no-fund");
        Files.createDirectories(installed.getParent());
        Files.writeString(installed, wanted);
    }
}
