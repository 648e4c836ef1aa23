package dev.owlet.runtime.local;

import static dev.owlet.runtime.local.Client.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.app.Config;
import dev.owlet.runtime.auth.TokenVerifier;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.User;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalServerTest {
    @TempDir
    static Path root;

    @TempDir
    static Path ui;

    private static LocalServer server;
    private static Client client;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(ui.resolve("index.html"), "the web app");
        server = LocalServer.start(TestApp.config(root), quiet(), TestApp::new);
        client = new Client(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Options quiet() {
        return new Options(Optional.empty(), Optional.empty(), false, Optional.of(ui));
    }

    @Test
    void showsAStartPageThatIsTextOnly() {
        HttpResponse<String> page = client.get("/local");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "/local/token?group=editor",
                        "href=\"/api/openapi.json\"",
                        "&#60;script&#62;alert(&#39;Owls &#38; co")
                .doesNotContain("<script");
        assertThat(header(page, "content-security-policy")).startsWith("default-src 'none'");
        assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(client.get("/favicon.svg"), "content-type")).isEqualTo("image/svg+xml");
    }

    @Test
    void answersTheApi() {
        assertThat(client.get("/api/health").body()).contains("\"ok\"");
        HttpResponse<String> refused = client.get("/api/who");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(client.get("/api/who?q=a%2Bb+c&q=%C3%BC", bearer("reader")).body())
                .contains("\"q\":[\"a+b c\",\"\u00fc\"]");
    }

    @Test
    void answersHeadWithoutBody() {
        HttpResponse<String> answer = client.send(client.request("/api/health")
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing.txt",
                "/assets/nothing",
                "/local/",
                "/oauth2",
                "/oauth2/%2e%2e/%2e%2e/etc/passwd",
                "/logout/",
                "/assets/%2e%2e/index.html",
                "/assets/a%00b"
            })
    void hasNothingElsewhere(String path) {
        String answer = raw("GET " + path + " HTTP/1.1", "Host: localhost");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/apix", "/config.json/", "/%2e%2e/etc/passwd", "/a%00b", "//api/health"})
    void leavesOtherAddressesToTheWebApp(String path) {
        String answer = raw("GET " + path + " HTTP/1.1", "Host: localhost");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("the web app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "localhost:8080.evil.example",
                "localhost:80:80",
                "localhost@evil.example",
                "evil.example:8080",
                "127.0.0.1.nip.io",
                "[::1]evil",
                "[::2]",
                "localhost, evil.example",
                ""
            })
    void answersNoOtherHost(String host) {
        for (String path : List.of("/local/token?group=admin", "/api/health", "/")) {
            assertThat(raw("GET " + path + " HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void answersNobodyWhoNamesNoHost() {
        assertThat(raw("GET /local/token?group=admin HTTP/1.0")).startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:8080", "[::1]"})
    void answersThisMachineByEveryName(String host) {
        assertThat(raw("GET /api/health HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        InetAddress other = InetAddress.getByName("127.0.0.2");
        int port = URI.create(server.origin()).getPort();

        assertThatThrownBy(() -> new Socket(other, port).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        assertThat(post(new byte[5 * 1024 * 1024]).body()).isEqualTo("{\"size\":5242880}");
        assertThat(post(new byte[5 * 1024 * 1024 + 1]).statusCode()).isEqualTo(413);
        assertThat(post(new byte[20 * 1024 * 1024]).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesAddressesThatAreNotUtf8() {
        assertThat(client.get("/api/who?q=%FF").statusCode()).isEqualTo(400);
        assertThat(raw("GET /api/who?q=%zz HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 400");
    }

    @Test
    void answersManyAtOnce() throws Exception {
        String token = client.get("/local/token?group=editor").body();
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String query = "/api/who?q=" + i;
                answers.add(threads.submit(() ->
                        client.get(query, "Authorization", "Bearer " + token).body()));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).contains("\"q\":[\"" + i + "\"]");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void saysThatThePortIsInUse() {
        int port = URI.create(server.origin()).getPort();
        Config config = new Config(root.toString(), Optional.empty(), Optional.empty(), port);

        assertThatThrownBy(() -> LocalServer.start(config, quiet(), TestApp::new))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Port " + port + " is in use.")
                .hasMessageContaining("OWLET_PORT");
    }

    @Test
    void keepsTokensGoodOverARestart(@TempDir Path data) throws IOException {
        LocalServer first = LocalServer.start(TestApp.config(data), quiet(), TestApp::new);
        int port = URI.create(first.origin()).getPort();
        String token = new Client(first).get("/local/token?group=editor").body();
        first.close();

        Config same = new Config(data.toString(), Optional.empty(), Optional.empty(), port);
        try (LocalServer second = LocalServer.start(same, quiet(), TestApp::new)) {
            assertThat(new Client(second)
                            .get("/api/who", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void hasNoSignInOfItsOwnBesideARealIssuer(@TempDir Path data) throws IOException {
        Config config = new Config(data.toString(), Optional.of("https://localhost:1/pool"), Optional.of("web"), 0);
        try (LocalServer real = LocalServer.start(config, quiet(), TestApp::new)) {
            Client visitor = new Client(real);
            for (String path : List.of(
                    "/local/token?group=admin",
                    "/oauth2/authorize",
                    "/oauth2/.well-known/jwks.json",
                    "/oauth2/.well-known/openid-configuration",
                    "/oauth2/userInfo",
                    "/logout",
                    "/local",
                    "/oauth2/logout")) {
                assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(visitor.post("/oauth2/token", Map.of()).statusCode()).isEqualTo(404);
            assertThat(visitor.get("/api/who", bearer("admin")).statusCode()).isEqualTo(503); // no keys to check by
            assertThat(visitor.get("/").body()).doesNotContain("/local/token");
            assertThat(visitor.get("/config.json").body())
                    .contains("\"authority\":\"https://localhost:1/pool\"", "\"clientId\":\"web\"");
            assertThat(data.resolve(".local")).doesNotExist();
        }
    }

    /** The local issuer plays the real one: its keys come over HTTP, as Cognito's do. */
    @Test
    void givesTokensThatAreCheckedAsThoseOfARealIssuer() {
        Request request = new Request(
                "GET", "/", Map.of(), Map.of("authorization", bearer("editor")[1]), new byte[0], Map.of(), null);
        String issuer = server.origin() + "/oauth2";

        assertThat(TokenVerifier.of(issuer, Optional.of(SignIn.CLIENT)).authenticate(request))
                .isEqualTo(new User("editor", List.of("editor")));
        assertThat(TokenVerifier.of(issuer, Optional.of("other")).authenticate(request))
                .isNull();
    }

    private static String[] bearer(String persona) {
        return new String[] {
            "Authorization",
            "Bearer " + client.get("/local/token?group=" + persona).body()
        };
    }

    private static HttpResponse<String> post(byte[] body) {
        return client.send(client.request("/api/size", bearer("reader"))
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private static String raw(String... lines) {
        return client.raw(String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
    }
}
