package dev.owlet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sign-in at a made-up user pool, the test being the browser. */
final class SignInTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<String> forms = new ArrayList<>();
    private HttpServer pool;
    private String answer = "{\"access_token\": \"the.access.token\", \"id_token\": \"not.this.one\"}";

    @BeforeEach
    void start() throws IOException {
        pool = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pool.createContext("/oauth2/token", exchange -> {
            forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        pool.start();
    }

    @AfterEach
    void stop() {
        pool.stop(0);
    }

    private SignIn signIn(int port) throws MojoFailureException {
        return new SignIn(
                "http://localhost:" + pool.getAddress().getPort()
                        + "/signup?client_id=abc123&response_type=code&scope=openid+email&redirect_uri=https%3A%2F%2Fx%2F",
                port);
    }

    private static String parameter(String text, String name) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static int browse(int port, String path) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fromTheBrowserToTheToken() throws Exception {
        try (Return browser = new Return(0, LONG)) {
            SignIn signIn = signIn(browser.port());
            String address = signIn.address();
            assertThat(address).contains("client_id=abc123", "scope=openid+email", "code_challenge_method=S256");
            String back = "/?code=the%2Bcode&state=" + parameter(address, "state");
            CompletableFuture<Integer> done = CompletableFuture.supplyAsync(() -> {
                assertThat(browse(browser.port(), "/favicon.ico")).isEqualTo(404);
                return browse(browser.port(), back);
            });
            assertThat(signIn.token(browser.query())).isEqualTo("the.access.token");
            assertThat(done.get()).isEqualTo(200);
            String form = "&" + forms.get(0);
            assertThat(parameter(form, "code")).isEqualTo("the%2Bcode");
            assertThat(parameter(form, "redirect_uri")).isEqualTo("http%3A%2F%2Flocalhost%3A" + browser.port() + "%2F");
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(parameter(form, "code_verifier").getBytes(StandardCharsets.US_ASCII));
            assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
                    .isEqualTo(parameter(address, "code_challenge"));
        }
    }

    @Test
    void whatCanGoWrong() throws Exception {
        SignIn signIn = signIn(5173);
        String state = parameter(signIn.address(), "state");
        assertThatThrownBy(() -> signIn.token("code=x&state=other")).hasMessageContaining("another sign-in");
        assertThatThrownBy(() -> signIn.token("code=x")).hasMessageContaining("another sign-in");
        assertThatThrownBy(() -> signIn.token("error=access_denied&error_description=Not+you&state=" + state))
                .hasMessage("The sign-in failed: Not you");
        assertThat(forms).isEmpty();
        answer = "{\"error\": \"invalid_grant\"}";
        assertThatThrownBy(() -> signIn.token("code=x&state=" + state)).hasMessageContaining("invalid_grant");
        assertThatThrownBy(() -> new SignIn("https://x/", 1)).hasMessageContaining("names no client");
    }

    @Test
    void nobodyComesBack() throws Exception {
        try (Return browser = new Return(0, Duration.ofMillis(1))) {
            assertThatThrownBy(browser::query).hasMessageContaining("Nobody signed in");
        }
    }

    @Test
    void thePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new Return(other.getLocalPort(), LONG))
                    .hasMessageContaining("Port " + other.getLocalPort() + " is taken");
        }
    }
}
