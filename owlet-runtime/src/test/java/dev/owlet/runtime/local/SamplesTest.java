package dev.owlet.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.http.User;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
    @TempDir
    Path root;

    @TempDir
    Path folder;

    private SampleApp app;

    @BeforeEach
    void signIn() {
        app = new SampleApp(TestApp.config(root));
        app.authenticator(request ->
                request.header("authorization").filter("Bearer t"::equals).isPresent()
                        ? new User("admin", List.of("admin"))
                        : null);
    }

    @Test
    void loadsWhatOthersReferToFirst() throws IOException {
        file("towns.csv", "code\nA\nB\n");
        file("field-visits.ndjson", "{\"number\":1,\"town\":\"A\"}\n{\"number\":2,\"town\":\"B\"}\n");

        assertThat(load()).containsExactly("  Town             2 rows loaded", "  Visit            2 rows loaded");
        assertThat(count("Visit")).isEqualTo(2);
    }

    @Test
    void keepsWhatIsThere() throws IOException {
        file("towns.json", "[{\"code\":\"A\"}]");
        assertThat(load()).containsExactly("  Town             1 row loaded");

        file("towns.json", "[{\"code\":\"B\"}]");
        assertThat(load()).containsExactly("  Town             kept as it is, with 1 row");
        assertThat(count("Town")).isEqualTo(1);
    }

    @Test
    void listsWhatIsRejected() throws IOException {
        file("towns.json", " {\"mode\":\"insert\",\"rows\":[{\"code\":\"A\"},{},{\"code\":\"A\"}]}");

        List<String> lines = load();
        assertThat(lines.get(0)).isEqualTo("  Town             1 row loaded, 2 rows rejected");
        assertThat(lines.get(1)).startsWith("    row 2: /code ");
        assertThat(lines.get(2)).startsWith("    row 3: ");
    }

    @Test
    void namesColumnsThatAreNoField() throws IOException {
        file("towns.csv", "code,mayor\nA,Ann\n");

        assertThat(load())
                .containsExactly(
                        "  Town             1 row loaded", "    column \"mayor\" is no field, and was not read");
    }

    @Test
    void listsSomeOfMany() throws IOException {
        file("towns.ndjson", "{}\n".repeat(8));

        assertThat(load()).hasSize(7).endsWith("    and 3 more");
    }

    @Test
    void saysWhyAFileCannotBeLoaded() throws IOException {
        file("towns.json", "[");
        assertThat(load()).singleElement().asString().contains("towns.json not loaded: ");

        file("towns.json", " ".repeat(6_000_000));
        assertThat(load()).singleElement().asString().endsWith("larger than 5 MB. Send it in parts, or as an upload.");
    }

    @Test
    void doesNothingWithoutFiles() throws IOException {
        file("other.csv", "a\n1\n");

        assertThat(load()).isEmpty();
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> load() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new Samples(app, "t", out).load(folder);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private long count(String concept) {
        return app.tables().table(concept).orElseThrow().view().count();
    }
}
