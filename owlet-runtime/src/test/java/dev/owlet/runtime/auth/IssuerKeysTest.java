package dev.owlet.runtime.auth;

import static dev.owlet.runtime.auth.TestTokens.KEY;
import static dev.owlet.runtime.auth.TestTokens.access;
import static dev.owlet.runtime.auth.TestTokens.bearing;
import static dev.owlet.runtime.auth.TestTokens.key;
import static dev.owlet.runtime.auth.TestTokens.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import dev.owlet.runtime.http.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that an issuer publishes over HTTP. */
class IssuerKeysTest {
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String published = new JWKSet(KEY).toString();
    private HttpServer server;
    private String issuer;
    private TokenVerifier verifier;

    /** The JDK's server reads its properties once a JVM; without this one, other tests here wait 40 ms a request. */
    @BeforeAll
    static void doNotDelay() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pool/.well-known/jwks.json", exchange -> {
            fetches.incrementAndGet();
            byte[] body = published.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        issuer = "http://localhost:" + server.getAddress().getPort() + "/pool";
        verifier = TokenVerifier.of(issuer, Optional.empty());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void areFetchedOnce() {
        for (int i = 0; i < 5; i++) {
            assertThat(verifier.authenticate(bearing(token(KEY)))).isNotNull();
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void areFetchedAnewWhenTheIssuerRotated() {
        RSAKey next = key("next");
        assertThat(verifier.authenticate(bearing(token(KEY)))).isNotNull();
        published = new JWKSet(next).toString();

        assertThat(verifier.authenticate(bearing(token(next)))).isNotNull();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void areNotFetchedForEveryUnknownKeyId() {
        String unknown = token(key("unknown"));
        for (int i = 0; i < 20; i++) {
            assertThat(verifier.authenticate(bearing(unknown))).isNull();
        }
        assertThat(verifier.authenticate(bearing(token(KEY)))).isNotNull();
        assertThat(fetches).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void areMissedWithAProblemNotWithARefusal() {
        server.stop(0);

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> verifier.authenticate(bearing(token(KEY))))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.status()).isEqualTo(503));
        }
    }

    @Test
    void areRefusedWhenTheAnswerIsTooLarge() {
        published = new JWKSet(KEY).toString().replace("{\"keys\"", "{\"x\":\"" + "y".repeat(100_000) + "\",\"keys\"");

        assertThatThrownBy(() -> verifier.authenticate(bearing(token(KEY)))).isInstanceOf(ProblemException.class);
    }

    @Test
    void areNotAskedForWithoutAToken() {
        assertThat(verifier.authenticate(TestTokens.with("Basic YTpi"))).isNull();
        assertThat(fetches).hasValue(0);
    }

    private String token(RSAKey key) {
        return sign(access().issuer(issuer), key);
    }
}
