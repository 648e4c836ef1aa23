package dev.owlet.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(home(app))
                .contains(">Visit</th><td><code>/api/field/visits</code></td><td class=\"number\">0</td>")
                .contains(">Town</th><td><code>/api/towns</code></td><td class=\"number\">2</td>")
                .contains("/api/field/visits?limit=3&#39;");
    }

    @Test
    void showsATableThatCannotBeRead() throws Exception {
        Path log = Files.createDirectories(root.resolve("delta/town/_delta_log"));
        Files.writeString(log.resolve("00000000000000000000.json"), "no log\n");

        assertThat(home(new SampleApp(TestApp.config(root)))).contains("unreadable");
    }

    @Test
    void leadsToTheNameThatTheIssuerKnows() throws Exception {
        Pages pages = new Pages(new SampleApp(TestApp.config(root)), ORIGIN, LOCAL, Options.from(name -> null));
        Response answer = pages.other(request("/towns", "127.0.0.1:8080"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers()).containsEntry("location", ORIGIN + "/towns");
    }

    private static String home(SampleApp app) throws Exception {
        Router router = new Router();
        new Pages(app, ORIGIN, LOCAL, Options.from(name -> null)).addTo(router);
        return new String(router.handle(request("/local", "localhost:8080")).body(), StandardCharsets.UTF_8);
    }

    private static Request request(String path, String host) {
        return new Request("GET", path, Map.of(), Map.of("host", host), new byte[0], Map.of(), null);
    }
}
