package dev.owlet.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.app.Config;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.Router;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    private static final String ORIGIN = "http://localhost:8080";
    private static final Optional<Issuer> LOCAL =
            Optional.of(new Issuer(ORIGIN, Optional.empty(), "Sample", SigningKey.generate(), Clock.systemUTC()));

    @TempDir
    Path root;

    @Test
    void showsTablesWithRowsAndTheFirstRequest() throws Exception {
        SampleApp app = new SampleApp(TestApp.config(root));
        ((SampleApp.TownTable) app.tables().table("Town").orElseThrow())
                .append(List.of(new SampleApp.Town("A"), new SampleApp.Town("B")), "me");

        assertThat(home(app, LOCAL))
                .contains(">Visit</th><td><code>/api/field/visits</code></td><td class=\"number\">0</td>")
                .contains(">Town</th><td><code>/api/towns</code></td><td class=\"number\">2</td>")
                .contains("/api/field/visits?limit=3&#39;");
    }

    @Test
    void showsATableThatCannotBeRead() throws Exception {
        Path log = Files.createDirectories(root.resolve("delta/town/_delta_log"));
        Files.writeString(log.resolve("00000000000000000000.json"), "no log\n");

        assertThat(home(new SampleApp(TestApp.config(root)), LOCAL)).contains("unreadable");
    }

    @Test
    void tellsStrangersNothingAboutRows() throws Exception {
        Config config = new Config(root.toString(), Optional.of("https://issuer.example"), Optional.empty(), 0);

        assertThat(home(new SampleApp(config), Optional.empty()))
                .contains("/api/towns")
                .doesNotContain("Rows", "class=\"number\"", root.toString(), "token");
    }

    @Test
    void leadsToTheNameThatTheIssuerKnows() throws Exception {
        Response answer = answer(new SampleApp(TestApp.config(root)), LOCAL, "127.0.0.1:8080");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers()).containsEntry("location", ORIGIN + "/");
    }

    private static String home(SampleApp app, Optional<Issuer> issuer) throws Exception {
        return new String(answer(app, issuer, "localhost:8080").body(), StandardCharsets.UTF_8);
    }

    private static Response answer(SampleApp app, Optional<Issuer> issuer, String host) throws Exception {
        Router router = new Router();
        new Pages(app, ORIGIN, issuer, Options.from(name -> null)).addTo(router);
        return router.handle(new Request("GET", "/", Map.of(), Map.of("host", host), new byte[0], Map.of(), null));
    }
}
