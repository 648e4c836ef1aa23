package dev.owlet.runtime.http;

import static dev.owlet.runtime.http.Requests.EDITOR;
import static dev.owlet.runtime.http.Requests.of;
import static dev.owlet.runtime.http.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final Router router = new Router(request -> request.headers().containsKey("authorization") ? EDITOR : null)
            .get("/api/sites", request -> Response.json(200, "\"list\""))
            .post("/api/sites", request -> Response.json(201, "\"create\""))
            .get("/api/sites/summary", request -> Response.json(200, "\"summary\""))
            .get("/api/sites/{key}", request -> Response.json(200, "\"get " + request.param("key") + "\""))
            .delete("/api/sites/{key}", request -> Response.empty(204))
            .get(
                    "/api/sites/{key}/rings/{ring}",
                    request -> Response.json(200, Map.of("key", request.param("key"), "ring", request.param("ring"))))
            .get("/api/who", request -> Response.json(200, "\"" + request.user().name() + "\""))
            .get("/api/broken", request -> {
                throw new ProblemException(418, "A teapot.");
            })
            .open("GET", "/api/health", request -> Response.json(200, "\"ok\""));

    private Response ask(String method, String target) throws Exception {
        return router.handle(of(method, target, Map.of("authorization", "Bearer x"), ""));
    }

    @Test
    void findsTheHandlerByMethodAndPath() throws Exception {
        assertThat(text(ask("GET", "/api/sites"))).isEqualTo("\"list\"");
        assertThat(ask("POST", "/api/sites").status()).isEqualTo(201);
        assertThat(ask("DELETE", "/api/sites/NL012").status()).isEqualTo(204);
        assertThat(text(ask("GET", "/api/sites/a/rings/b"))).contains("\"key\":\"a\"", "\"ring\":\"b\"");
    }

    @Test
    void prefersALiteralSegmentAndKeepsItReachableAsAKey() throws Exception {
        assertThat(text(ask("GET", "/api/sites/summary"))).isEqualTo("\"summary\"");
        assertThat(text(ask("GET", "/api/sites/%73ummary"))).isEqualTo("\"get summary\"");
        assertThat(Percent.encodeVisibly("summary")).isEqualTo("%73ummary");
    }

    @Test
    void goesBackToAVariableWhenTheLiteralLeadsNowhere() throws Exception {
        assertThat(text(ask("GET", "/api/sites/summary/rings/b"))).contains("\"key\":\"summary\"");
    }

    @Test
    void matchesEncodedSlashesWithinASegment() throws Exception {
        assertThat(text(ask("GET", "/api/sites/NL%2F12"))).isEqualTo("\"get NL/12\"");
        assertThat(ask("GET", "/api/sites/NL/12").status()).isEqualTo(404);
    }

    @Test
    void knowsNoTrailingSlashAndNoEmptyVariable() throws Exception {
        assertThat(ask("GET", "/api/sites/").status()).isEqualTo(404);
        assertThat(ask("GET", "/api/sites//").status()).isEqualTo(404);
        assertThat(ask("GET", "").status()).isEqualTo(404);
        assertThat(ask("GET", "*").status()).isEqualTo(404);
    }

    @Test
    void refusesPathsThatAreNotUtf8() throws Exception {
        assertThat(ask("GET", "/api/sites/%C3%28").status()).isEqualTo(400);
        assertThat(ask("GET", "/api/sites/%ED%A0%80").status()).isEqualTo(400);
        assertThat(ask("GET", "/api/sites/%C0%AE").status()).isEqualTo(400);
        assertThat(ask("GET", "/api/sites/%").status()).isEqualTo(400);
        assertThat(ask("GET", "/api/sites/%1").status()).isEqualTo(400);
        assertThat(ask("GET", "/api/sites/%zz").status()).isEqualTo(400);
        assertThat(ask("GET", "/api/sites/%\u0661\u0662").status()).isEqualTo(400);
    }

    @Test
    void namesTheMethodsThatAnAddressTakes() throws Exception {
        Response response = ask("PUT", "/api/sites/NL012");

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers())
                .containsEntry("allow", "DELETE, GET, HEAD, OPTIONS")
                .containsEntry("content-type", "application/problem+json");
        assertThat(ask("OPTIONS", "/api/sites").status()).isEqualTo(204);
        assertThat(ask("OPTIONS", "/api/sites").headers()).containsEntry("allow", "GET, HEAD, OPTIONS, POST");
        assertThat(ask("BREW", "/api/sites").status()).isEqualTo(405);
    }

    @Test
    void answersHeadAsGetWithoutTheBody() throws Exception {
        Response head = ask("HEAD", "/api/sites");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers()).containsEntry("content-type", "application/json");
        assertThat(ask("HEAD", "/api/nowhere").body()).isEmpty();
    }

    @Test
    void lets401LookLikeApiGateways() throws Exception {
        Response response = router.handle(of("GET", "/api/sites"));

        assertThat(response.status()).isEqualTo(401);
        assertThat(text(response)).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(response.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("www-authenticate", "Bearer");
    }

    @Test
    void asksWhoItIsUnlessTheRouteIsOpen() throws Exception {
        assertThat(text(ask("GET", "/api/who"))).isEqualTo("\"ed\"");
        assertThat(router.handle(of("GET", "/api/health")).status()).isEqualTo(200);
        Router sceptic = new Router(request -> {
                    throw new IllegalStateException("not for open routes");
                })
                .open("GET", "/open", request -> Response.empty(204));
        assertThat(sceptic.handle(of("GET", "/open")).status()).isEqualTo(204);
    }

    @Test
    void turnsProblemsIntoDocumentsAndGuardsEveryAnswer() throws Exception {
        Response response = ask("GET", "/api/broken");

        assertThat(response.status()).isEqualTo(418);
        assertThat(text(response))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Error\",\"status\":418,\"detail\":\"A teapot.\"}");
        assertThat(response.headers())
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("cache-control", "no-store");
    }

    @Test
    void refusesBodiesBeyondTheLimit() throws Exception {
        Request request =
                new Request("POST", "/api/sites", Map.of(), Map.of(), new byte[Router.MAX_BODY + 1], Map.of(), EDITOR);

        assertThat(router.handle(request).status()).isEqualTo(413);
        Request largest =
                new Request("POST", "/api/sites", Map.of(), Map.of(), new byte[Router.MAX_BODY], Map.of(), EDITOR);
        assertThat(router.handle(largest).status()).isEqualTo(201);
    }

    @Test
    void refusesARouteThatIsThereAlready() {
        assertThatThrownBy(() -> router.get("/api/sites/{code}", request -> Response.empty(204)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The route GET /api/sites/{code} is there twice, the other time as /api/sites/{key}."
                        + " Rename one of them.");
        assertThatThrownBy(() -> router.get("/a/{x}/{x}", request -> Response.empty(204)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> router.get("api", request -> Response.empty(204)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesLongPathsWithoutDeepRecursion() throws Exception {
        assertThat(ask("GET", "/api" + "/x".repeat(100_000)).status()).isEqualTo(404);
    }
}
