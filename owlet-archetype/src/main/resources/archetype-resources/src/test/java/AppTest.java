#set($app = '')
#foreach($word in $artifactId.split('-'))
#set($app = $app + $word.substring(0, 1).toUpperCase() + $word.substring(1))
#end
package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.owlet.runtime.app.Config;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.User;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole application, in this process, on tables in a folder that goes away. */
class AppTest {
    @TempDir
    Path root;

    private ${app} app;

    @BeforeEach
    void start() {
        app = new ${app}(Config.local(root.toString()));
        app.authenticator(request -> new User("ann", List.of("editor")));
    }

    @Test
    void greets() {
        Response response = send("GET", "/api/hello", Map.of("Name", List.of("ME")), "");
        assertEquals("{\"message\":\"Hello, ME!\"}", text(response));
    }

    @Test
    void greetsNobodyWithoutAToken() {
        app.authenticator(request -> null);
        Response response = send("GET", "/api/hello", Map.of(), "");
        assertEquals(401, response.status());
        assertEquals("{\"message\":\"Unauthorized\"}", text(response));
    }

    @Test
    void keepsASite() {
        String site = "{\"code\":\"NL012\",\"name\":\"Oude Kerk\",\"opened\":\"1998-03-01\"}";
        assertEquals(201, send("POST", "/api/sites", Map.of(), site).status());
        assertTrue(text(send("GET", "/api/sites/NL012", Map.of(), "")).contains("\"Oude Kerk\""));
    }

    @Test
    void refusesASightingAtAnUnknownSite() {
        String sighting = "{\"site\":\"XX999\",\"ringer\":\"ann@example.org\",\"species\":\"TYTO_ALBA\","
                + "\"seen_at\":\"2025-05-02T21:14:00Z\"}";
        Response response = send("POST", "/api/sightings", Map.of(), sighting);
        assertEquals(422, response.status(), text(response));
        assertTrue(text(response).contains("/site"));
    }

    private Response send(String method, String path, Map<String, List<String>> query, String body) {
        return app.handle(new Request(
                method,
                path,
                query,
                Map.of("content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                Map.of(),
                null));
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
