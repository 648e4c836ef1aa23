package dev.owlet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When npm is asked to do what; node and npm are made up. */
class UiBuildTest {
    private static final String PACK = "mkdir -p dist && echo '<html>' > dist/index.html; exit 0";

    @TempDir
    Path temp;

    private Path ui;
    private FakeTool node;
    private FakeTool npm;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void project() throws IOException {
        ui = Files.createDirectories(temp.resolve("my 'project' \"x\"/ui"));
        Files.writeString(ui.resolve("package.json"), "{}");
        Files.writeString(ui.resolve("package-lock.json"), "{}");
        node = node("v22.12.0");
        npm = new FakeTool(temp.resolve("npm 'b'"), "npm")
                .run("run build", PACK)
                .run("ci*", "mkdir -p node_modules");
    }

    private FakeTool node(String version) throws IOException {
        return new FakeTool(temp.resolve("node " + version), "node").on("--version", 0, version, "");
    }

    private void build(String bundle, FakeTool... tools) throws Exception {
        said.clear();
        new UiBuild(ui, FakeTool.tools(tools), said::add).run(Optional.of(bundle));
    }

    private List<String> calls() throws IOException {
        return npm.calls().stream().map(call -> call.get(0)).toList();
    }

    @Test
    void buildsWhatWasChangedAndNothingTwice() throws Exception {
        build("other", node, npm);
        assertThat(calls()).containsExactly("ci", "run");
        assertThat(UiSource.of(ui.resolve("dist"))).hasValue(UiSource.hash(ui));
        build("other"); // without Node
        assertThat(said).singleElement().asString().contains("unchanged", "nothing to do");

        Files.writeString(ui.resolve("a.ts"), "a");
        build("other", node, npm);
        assertThat(calls()).containsExactly("ci", "run", "run");
        Files.writeString(ui.resolve("package-lock.json"), "{\"x\": 1}");
        build("other", node, npm);
        assertThat(calls()).containsExactly("ci", "run", "run", "ci", "run");
    }

    @Test
    void asScaffoldedItNeedsNoNode() throws Exception {
        String bundle = UiSource.hash(ui);
        build(bundle);
        assertThat(said).singleElement().asString().contains("as it was scaffolded");

        Path dist = Files.createDirectories(ui.resolve("dist"));
        UiSource.stamp(dist, "of a change that was taken back");
        build(bundle);
        assertThat(dist).doesNotExist();
    }

    @Test
    void aLockIsMadeWhenThereIsNone() throws Exception {
        Files.delete(ui.resolve("package-lock.json"));
        npm.run("install*", "mkdir -p node_modules && echo '{}' > package-lock.json");
        build("other", node, npm);
        assertThat(calls()).containsExactly("install", "run");
        assertThat(UiSource.of(ui.resolve("dist"))).hasValue(UiSource.hash(ui));
    }

    @Test
    void saysWhenNodeIsMissingOrTooOld() throws Exception {
        assertThatThrownBy(() -> build("other")).hasMessageStartingWith("There is no node on the PATH.");
        assertThatThrownBy(() -> build("other", node))
                .hasMessageStartingWith("There is no npm on the PATH.")
                .hasMessageContaining("comes with Node");
        for (String old : List.of("v18.20.1", "v20.18.3", "v21.9.0", "v22.11.0")) {
            FakeTool oldNode = node(old);
            assertThatThrownBy(() -> build("other", oldNode, npm))
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageStartingWith("Node is " + old + ", and must be 20.19 or later");
        }
        for (String good : List.of("v20.19.0", "v24.0.0")) {
            Files.writeString(ui.resolve("a.ts"), good);
            build("other", node(good), npm);
        }
        assertThat(npm.calls()).hasSize(3);
    }

    @Test
    void failuresAreSentences() throws Exception {
        FakeTool failing = new FakeTool(temp.resolve("failing"), "npm").on("ci*", 7, "", "E404");
        assertThatThrownBy(() -> build("other", node, failing))
                .hasMessage("npm ci --no-audit --no-fund ended with exit code 7; what is wrong stands above");
        FakeTool idle = new FakeTool(temp.resolve("idle"), "npm");
        assertThatThrownBy(() -> build("other", node, idle)).hasMessageContaining("made no ui/dist/index.html");
        Files.delete(ui.resolve("package.json"));
        assertThatThrownBy(() -> build("other", node, npm)).hasMessageContaining("The archetype writes");
    }
}
