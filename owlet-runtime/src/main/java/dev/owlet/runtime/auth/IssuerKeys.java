package dev.owlet.runtime.auth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/**
 * The key set that an issuer publishes, fetched when first needed and kept. An unknown key id makes it be fetched anew,
 * so that a key rotation needs no restart, but only so often: a flood of tokens with made-up key ids is not passed on to
 * the issuer.
 */
final class IssuerKeys {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(3);
    private static final int MAX_BYTES = 64 * 1024;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration WAIT_FOR_OTHER_THREAD = Duration.ofSeconds(10);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);
    private static final Duration KEPT_IN_OUTAGE = Duration.ofHours(6);

    private IssuerKeys() {}

    static JWKSource<SecurityContext> of(String issuer) {
        DefaultResourceRetriever retriever =
                new DefaultResourceRetriever((int) CONNECT.toMillis(), (int) READ.toMillis(), MAX_BYTES);
        return JWKSourceBuilder.create(location(issuer), retriever)
                .cache(KEPT.toMillis(), WAIT_FOR_OTHER_THREAD.toMillis())
                .refreshAheadCache(false) // a thread in the background is frozen between two events on Lambda
                .rateLimited(BETWEEN_FETCHES.toMillis())
                .retrying(true)
                .outageTolerant(KEPT_IN_OUTAGE.toMillis())
                .build();
    }

    private static URL location(String issuer) {
        try {
            return URI.create(issuer + "/.well-known/jwks.json").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("the issuer is no https address: " + issuer, e);
        }
    }
}
