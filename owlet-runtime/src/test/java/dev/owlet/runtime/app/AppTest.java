package dev.owlet.runtime.app;

import static dev.owlet.runtime.http.Requests.of;
import static dev.owlet.runtime.http.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Requests;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.Router;
import dev.owlet.runtime.http.Routes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppTest {
    /** As a person would write it. */
    private static final class HelloHandler implements Routes {
        @Override
        public void addTo(Router router) {
            router.get("/api/hello", this::hello);
        }

        private Response hello(Request request) {
            String name = request.query("Name").orElse("world");
            return Response.json(200, Map.of("message", "Hello, " + name + "!"));
        }
    }

    private static final class OwlWatch extends App {
        private OwlWatch(Config config) {
            super("owl-watch", "Owl watch", config);
            routes(new HelloHandler());
            routes(router -> router.get("/api/broken", request -> {
                throw new IllegalStateException("secret detail");
            }));
            routes(router -> router.get("/api/deep", request -> {
                throw new StackOverflowError();
            }));
        }
    }

    @TempDir
    private Path root;

    private OwlWatch app() {
        OwlWatch app = new OwlWatch(Config.local(root.toString()));
        app.authenticator(request -> request.header("authorization").isPresent() ? Requests.READER : null);
        return app;
    }

    private static Request signedIn(String target) {
        return of("GET", target, Map.of("authorization", "Bearer x"), "");
    }

    @Test
    void keepsHandWrittenRoutesBehindSignIn() {
        assertThat(text(app().handle(signedIn("/api/hello?Name=ME")))).isEqualTo("{\"message\":\"Hello, ME!\"}");
        Response refused = app().handle(of("GET", "/api/hello?Name=ME"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(text(refused)).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void signsNobodyInWithoutAnIssuer() {
        App app = new OwlWatch(Config.local(root.toString()));

        assertThat(app.handle(signedIn("/api/hello")).status()).isEqualTo(401);
    }

    @Test
    void servesItsOpenDescriptions() {
        assertThat(text(app().handle(of("GET", "/api/health")))).contains("\"status\":\"ok\"", "owl-watch");
        Response model = app().handle(of("GET", "/api/model.json"));
        assertThat(model.status()).isEqualTo(404);
        assertThat(text(model)).contains("This build has no META-INF/owlet/model.json.");
    }

    @Test
    void tellsAnIdAndNothingElseOfItsOwnFaults() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            Response response = app().handle(signedIn("/api/broken?token=hidden"));

            assertThat(response.status()).isEqualTo(500);
            assertThat(text(response)).doesNotContain("secret", "IllegalState");
            String id = text(response).replaceAll("(?s).*logged as ([0-9a-f-]{36}).*", "$1");
            assertThat(log.toString(StandardCharsets.UTF_8))
                    .contains("owlet: failure " + id + " at GET /api/broken", "secret detail")
                    .doesNotContain("hidden");
            assertThat(app().handle(signedIn("/api/deep")).status()).isEqualTo(500);
        } finally {
            System.setErr(before);
        }
    }
}
