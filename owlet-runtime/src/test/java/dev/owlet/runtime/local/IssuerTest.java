package dev.owlet.runtime.local;

import static dev.owlet.runtime.local.Client.header;
import static dev.owlet.runtime.local.Client.json;
import static dev.owlet.runtime.local.Client.redirected;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The issuer over HTTP, as the web app uses it. */
class IssuerTest {
    @TempDir
    static Path root;

    private static LocalServer server;
    private static Client client;
    private static SignIn signIn;

    @BeforeAll
    static void start() throws IOException {
        server = LocalServer.start(
                TestApp.config(root),
                new Options(Optional.empty(), Optional.empty(), false, Optional.empty()),
                TestApp::new);
        client = new Client(server);
        signIn = new SignIn(client);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void signsInTheWholeWay() throws IOException {
        HttpResponse<String> page = signIn.ask(signIn.request());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("local stand-in", "Edda Editor", "group editor", "in no group");

        HttpResponse<String> back = signIn.choose(signIn.request(), "editor");
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(header(back, "location")).startsWith(signIn.callback() + "?");
        assertThat(redirected(back).get("state"))
                .containsExactly(signIn.request().get("state"));

        HttpResponse<String> answer =
                signIn.token(signIn.redemption(redirected(back).get("code").get(0)));
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        JsonNode tokens = json(answer);
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(who(tokens.path("access_token").asText()).body()).contains("\"editor\"");

        JsonNode id = SignIn.claims(tokens.path("id_token").asText());
        assertThat(id.path("aud").asText()).isEqualTo(SignIn.CLIENT);
        assertThat(id.path("nonce").asText()).isEqualTo("n0");
        assertThat(id.path("token_use").asText()).isEqualTo("id");
        assertThat(id.path("cognito:username").asText()).isEqualTo("editor");
        assertThat(id.path("email").asText()).isEqualTo("editor@owlet.example");
    }

    @Test
    void givesAccessTokensTheClaimsOfCognito() throws IOException {
        JsonNode claims =
                SignIn.claims(signIn.tokens("admin").path("access_token").asText());

        assertThat(claims.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "sub",
                        "iss",
                        "version",
                        "client_id",
                        "origin_jti",
                        "event_id",
                        "token_use",
                        "scope",
                        "auth_time",
                        "exp",
                        "iat",
                        "jti",
                        "username",
                        "cognito:groups");
        assertThat(claims.path("iss").asText()).isEqualTo(client.origin() + "/oauth2");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
        assertThat(claims.path("cognito:groups").get(0).asText()).isEqualTo("admin");
    }

    @Test
    void publishesWhatAClientNeedsToFindItsWay() {
        JsonNode metadata = json(client.get("/oauth2/.well-known/openid-configuration"));
        assertThat(metadata.path("issuer").asText()).isEqualTo(client.origin() + "/oauth2");
        JsonNode config = json(client.get("/config.json"));
        assertThat(config.path("auth").path("authority").asText()).isEqualTo(client.origin() + "/oauth2");
        assertThat(config.path("auth").path("clientId").asText()).isEqualTo(SignIn.CLIENT);
        assertThat(config.path("auth").path("domain").asText()).isEqualTo(client.origin());
        for (String name : List.of("authorization_endpoint", "jwks_uri")) {
            String path = metadata.path(name).asText().substring(client.origin().length());
            assertThat(client.get(path).statusCode()).isNotEqualTo(404);
        }
    }

    @Test
    void publishesNoPrivateKey() {
        JsonNode key =
                json(client.get("/oauth2/.well-known/jwks.json")).path("keys").get(0);

        assertThat(key.fieldNames()).toIterable().containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
    }

    @Test
    void refusesIdTokensAtTheApi() {
        JsonNode tokens = signIn.tokens("admin");

        assertThat(who(tokens.path("id_token").asText()).statusCode()).isEqualTo(401);
        assertThat(client.get("/api/who").statusCode()).isEqualTo(401);
    }

    @Test
    void givesNoIdTokenWhenNoneIsAskedFor() {
        Map<String, String> request = signIn.request();
        request.put("scope", "profile");
        String code = redirected(signIn.choose(request, "reader")).get("code").get(0);
        JsonNode tokens = json(signIn.token(signIn.redemption(code)));

        assertThat(tokens.has("id_token")).isFalse();
        assertThat(userInfo(tokens.path("access_token").asText()).statusCode()).isEqualTo(401);
    }

    @Test
    void tellsWhoSignedIn() {
        HttpResponse<String> answer =
                userInfo(signIn.tokens("none").path("access_token").asText());

        assertThat(json(answer).path("email").asText()).isEqualTo("none@owlet.example");
        assertThat(client.get("/oauth2/userInfo").statusCode()).isEqualTo(401);
        assertThat(header(client.get("/oauth2/userInfo"), "www-authenticate")).startsWith("Bearer");
    }

    @Test
    void refreshesUntilRevoked() {
        JsonNode tokens = signIn.tokens("editor");
        String refresh = tokens.path("refresh_token").asText();
        JsonNode fresh = json(signIn.refresh(refresh));
        assertThat(who(fresh.path("access_token").asText()).statusCode()).isEqualTo(200);
        assertThat(fresh.has("refresh_token")).isFalse();

        Map<String, String> revocation = Map.of("client_id", SignIn.CLIENT, "token", refresh);
        assertThat(client.post("/oauth2/revoke", revocation).statusCode()).isEqualTo(200);
        assertThat(client.post("/oauth2/revoke", revocation).statusCode()).isEqualTo(200);
        assertThat(error(signIn.refresh(refresh))).isEqualTo("invalid_grant");
    }

    @Test
    void revokesRefreshTokensOfThisClientOnly() {
        JsonNode tokens = signIn.tokens("editor");
        String refresh = tokens.path("refresh_token").asText();

        assertThat(error(client.post("/oauth2/revoke", Map.of("client_id", "x", "token", refresh))))
                .isEqualTo("invalid_client");
        assertThat(error(client.post("/oauth2/revoke", Map.of("client_id", SignIn.CLIENT))))
                .isEqualTo("invalid_request");
        assertThat(error(client.post(
                        "/oauth2/revoke",
                        Map.of(
                                "client_id",
                                SignIn.CLIENT,
                                "token",
                                tokens.path("access_token").asText()))))
                .isEqualTo("unsupported_token_type");
        assertThat(signIn.refresh(refresh).statusCode()).isEqualTo(200);
    }

    @Test
    void endsARefreshTokenWhoseCodeCameTwice() {
        String code = signIn.code("editor");
        String refresh = json(signIn.token(signIn.redemption(code)))
                .path("refresh_token")
                .asText();
        assertThat(signIn.refresh(refresh).statusCode()).isEqualTo(200);

        assertThat(error(signIn.token(signIn.redemption(code)))).isEqualTo("invalid_grant");
        assertThat(error(signIn.refresh(refresh))).isEqualTo("invalid_grant");
    }

    @Test
    void takesACodeOnce() {
        String code = signIn.code("editor");
        Map<String, String> wrong = signIn.redemption(code);
        wrong.put("code_verifier", SignIn.VERIFIER + "x");

        assertThat(error(signIn.token(wrong))).isEqualTo("invalid_grant");
        assertThat(error(signIn.token(signIn.redemption(code)))).isEqualTo("invalid_grant");
    }

    @Test
    void refusesBadRedemptions() {
        assertThat(redeemWith("redirect_uri", signIn.callback() + "/")).isEqualTo("invalid_grant");
        assertThat(redeemWith("code", "x")).isEqualTo("invalid_grant");
        assertThat(redeemWith("code_verifier", "short")).isEqualTo("invalid_grant");
        assertThat(redeemWith("code_verifier", SignIn.challenge(SignIn.VERIFIER)))
                .isEqualTo("invalid_grant");
        assertThat(redeemWith("code_verifier", "")).isEqualTo("invalid_request");
        assertThat(redeemWith("client_id", "other")).isEqualTo("invalid_client");
        assertThat(redeemWith("client_id", "")).isEqualTo("invalid_client");
        assertThat(redeemWith("grant_type", "password")).isEqualTo("unsupported_grant_type");
        assertThat(redeemWith("grant_type", "")).isEqualTo("invalid_request");
    }

    @Test
    void refusesBodiesOfAnotherKind() {
        HttpResponse<String> answer = client.send(client.request("/oauth2/token")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer)).isEqualTo("invalid_request");
    }

    @Test
    void tellsTheClientWhatIsWrongWithItsRequest() {
        assertThat(askWith("response_type", "token")).isEqualTo("unsupported_response_type");
        assertThat(askWith("response_type", "")).isEqualTo("invalid_request");
        assertThat(askWith("scope", "openid root")).isEqualTo("invalid_scope");
        assertThat(askWith("code_challenge", "")).isEqualTo("invalid_request");
        assertThat(askWith("code_challenge", "short")).isEqualTo("invalid_request");
        assertThat(askWith("code_challenge_method", "plain")).isEqualTo("invalid_request");
        assertThat(askWith("code_challenge_method", "")).isEqualTo("invalid_request");
        assertThat(askWith("prompt", "none")).isEqualTo("login_required");
        assertThat(redirected(signIn.choose(signIn.request(), "root")).get("error"))
                .containsExactly("invalid_request");
    }

    @Test
    void refusesParametersThatComeTwice() {
        HttpResponse<String> answer =
                client.get("/oauth2/authorize?" + Client.query(signIn.request()) + "&nonce=again");
        assertThat(redirected(answer).get("error")).containsExactly("invalid_request");

        HttpResponse<String> redirects =
                client.get("/oauth2/authorize?" + Client.query(signIn.request()) + "&redirect_uri=http://localhost/");
        assertThat(redirects.statusCode()).isEqualTo(400);
        assertThat(header(redirects, "location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://localhost.evil.example/",
                "http://localhost@evil.example/",
                "http://localhost:80@evil.example/",
                "http://user@localhost/",
                "http://evil.example/http://localhost/",
                "http://127.0.0.1.nip.io/",
                "http://localhost\\@evil.example/",
                "http://localhost#@evil.example/",
                "http://localhost/#fragment",
                "//localhost/",
                "/signed-in",
                "javascript:alert(1)//localhost",
                "data:text/html,localhost",
                "http:localhost/",
                "http:///localhost/",
                "http://localhost:99999999/",
                "http://loc\u0430lhost/",
                "http://localhost/\u00fc",
                "http://localhost/\r\nset-cookie: a=b",
                "http://[::1%25evil]/",
                "http://0x7f.1/",
                ""
            })
    void leadsNobodyAway(String uri) {
        Map<String, String> request = signIn.request();
        request.put("redirect_uri", uri);
        for (HttpResponse<String> answer : List.of(signIn.ask(request), signIn.choose(request, "admin"))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(header(answer, "location")).isEmpty();
            assertThat(answer.body()).contains("cannot be followed").doesNotContain("evil");
        }
        HttpResponse<String> logout = logout(SignIn.CLIENT, uri);
        assertThat(logout.statusCode()).isEqualTo(400);
        assertThat(header(logout, "location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:5173/cb", "https://localhost:5173/", "http://[::1]:5173/cb?a=b"})
    void leadsBackToAnyPortOfThisMachine(String uri) {
        Map<String, String> request = signIn.request();
        request.put("redirect_uri", uri);

        assertThat(signIn.ask(request).statusCode()).isEqualTo(200);
        assertThat(header(signIn.choose(request, "admin"), "location"))
                .startsWith(uri + (uri.contains("?") ? "&" : "?") + "code=");
    }

    @Test
    void showsWhatIsWrongWhenItCannotKnowTheClient() {
        Map<String, String> request = signIn.request();
        request.put("client_id", "<script>");
        HttpResponse<String> answer = signIn.ask(request);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("<script>");
        assertThat(header(answer, "location")).isEmpty();
    }

    @Test
    void keepsTextText() {
        HttpResponse<String> page = signIn.ask(signIn.request());

        assertThat(page.body()).doesNotContain("<script").contains("&#60;script&#62;");
        assertThat(header(page, "content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self' " + client.origin())
                .doesNotContain("unsafe");
        assertThat(header(page, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(header(page, "cache-control")).isEqualTo("no-store");
    }

    @Test
    void signsOut() {
        HttpResponse<String> answer = logout(SignIn.CLIENT, client.origin() + "/");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "location")).isEqualTo(client.origin() + "/");
        assertThat(logout("other", client.origin() + "/").statusCode()).isEqualTo(400);
    }

    @Test
    void givesTokensForCurl() {
        for (Persona persona : Persona.values()) {
            HttpResponse<String> answer = client.get("/local/token?group=" + persona.id());
            assertThat(header(answer, "content-type")).startsWith("text/plain");
            assertThat(who(answer.body()).body()).contains("\"" + persona.id() + "\"");
        }
        JsonNode json = json(client.get("/local/token?group=reader", "Accept", "application/json"));
        assertThat(who(json.path("access_token").asText()).statusCode()).isEqualTo(200);
        assertThat(client.get("/local/token").statusCode()).isEqualTo(400);
        assertThat(client.get("/local/token?group=root").body()).contains("reader, editor, admin, none");
    }

    private static String redeemWith(String name, String value) {
        Map<String, String> form = signIn.redemption(signIn.code("editor"));
        form.put(name, value);
        HttpResponse<String> answer = signIn.token(form);
        assertThat(answer.statusCode()).isEqualTo(400);
        return error(answer);
    }

    private static String askWith(String name, String value) {
        Map<String, String> request = signIn.request();
        request.put(name, value);
        Map<String, List<String>> answer = redirected(signIn.ask(request));
        assertThat(answer.get("state")).containsExactly(request.get("state"));
        assertThat(answer).doesNotContainKey("code");
        return answer.get("error").get(0);
    }

    private static HttpResponse<String> logout(String clientId, String uri) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", clientId);
        query.put("logout_uri", uri);
        return client.get("/logout?" + Client.query(query));
    }

    private static String error(HttpResponse<String> answer) {
        return json(answer).path("error").asText();
    }

    private static HttpResponse<String> who(String token) {
        return client.get("/api/who", "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> userInfo(String token) {
        return client.get("/oauth2/userInfo", "Authorization", "Bearer " + token);
    }
}
