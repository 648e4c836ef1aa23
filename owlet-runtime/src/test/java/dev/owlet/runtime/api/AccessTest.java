package dev.owlet.runtime.api;

import static dev.owlet.runtime.api.Api.SIGHTINGS;
import static dev.owlet.runtime.api.Api.SITES;
import static dev.owlet.runtime.api.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.http.Requests;
import dev.owlet.runtime.http.User;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
    private static final String MILL = "{\"code\":\"DE1\",\"name\":\"Mill\"}";

    @TempDir
    private Path root;

    private Api api;

    @BeforeEach
    void open() {
        api = new Api(root);
    }

    @Test
    void letsReadersReadOnly() {
        api.send("POST", SITES, MILL);
        api.as(Requests.READER);

        for (String target : List.of("", "/DE1", "/summary", "/history", "/export")) {
            assertThat(api.get(SITES + target).status()).as(target).isEqualTo(200);
        }
        assertThat(api.ask("POST", SITES, MILL).status()).isEqualTo(403);
        assertThat(api.ask("POST", SITES + "/batch", "{}").status()).isEqualTo(403);
        assertThat(api.ask("PUT", SITES + "/DE1", MILL).status()).isEqualTo(403);
        assertThat(api.ask("PATCH", SITES + "/DE1", "{}").status()).isEqualTo(403);
        assertThat(api.ask("DELETE", SITES + "/DE1", "").status()).isEqualTo(403);
    }

    @Test
    void namesTheGroupsThatMay() {
        api.send("POST", SITES, MILL);

        assertThat(json(api.as(Requests.EDITOR).ask("DELETE", SITES + "/DE1", ""))
                        .path("detail")
                        .textValue())
                .isEqualTo("To delete rows of Site takes the group admin; you (ed) are in editor."
                        + " Ask an administrator to add you.");
        assertThat(json(api.as(new User("new", List.of())).get(SITES))
                        .path("detail")
                        .textValue())
                .isEqualTo("To read rows of Site takes the group reader or editor or admin;"
                        + " you are signed in as new, but in no group. Ask an administrator to add you.");
        assertThat(api.as(new User("x", List.of("Admin", "owner"))).get(SITES).status())
                .isEqualTo(403);
    }

    @Test
    void tellsNothingOfARowBeforeAskingWhoMay() {
        api.as(new User("new", List.of()));

        assertThat(api.get(SITES + "/DE1").status()).isEqualTo(403);
        assertThat(api.get(SIGHTINGS + "?nonsense=1").status()).isEqualTo(403);
        assertThat(api.ask("POST", SITES, "{").status()).isEqualTo(403);
    }

    @Test
    void asksForSignIn() {
        api.as(null);

        assertThat(Api.text(api.get(SITES))).isEqualTo("{\"message\":\"Unauthorized\"}");
    }
}
