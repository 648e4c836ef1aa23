package dev.owlet.runtime.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.owlet.runtime.http.Authenticator;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.User;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bearer of a valid access token as signed in (RFC 6750, section 2.1): signed with RS256 by a key of the
 * issuer, from that issuer, for this client, within its time, and an <em>access</em> token ({@code token_use}): an ID
 * token says who somebody is, not what they may do. The same code serves against Cognito and the local issuer.
 * Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html">Verifying
 *     JSON web tokens</a>
 */
public final class TokenVerifier implements Authenticator {
    /** Cognito's tokens have some 1 KB; a hundred groups make 5 KB. */
    private static final int MAX_TOKEN = 16 * 1024;

    private static final int SKEW_SECONDS = 30;
    private static final String SCHEME = "Bearer ";

    private static final JWKSelector ANY_KEY = new JWKSelector(new JWKMatcher.Builder().build());

    private final JWKSource<SecurityContext> keys;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private TokenVerifier(String issuer, Optional<String> clientId, JWKSource<SecurityContext> keys) {
        this.keys = keys;
        JWTClaimsSet.Builder exact = new JWTClaimsSet.Builder().issuer(issuer).claim("token_use", "access");
        clientId.ifPresent(id -> exact.claim("client_id", id));
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(exact.build(), Set.of("sub", "exp", "iat"));
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(claims);
    }

    /**
     * Verifies by the key set that the issuer publishes at {@code <issuer>/.well-known/jwks.json}; it is fetched with
     * the first token and kept.
     *
     * @param issuer claim {@code iss}, such as {@code https://cognito-idp.<region>.amazonaws.com/<pool>}
     * @param clientId claim {@code client_id}; empty when any client of the issuer is welcome
     * @throws IllegalArgumentException if the issuer is not an https URL
     */
    public static TokenVerifier of(String issuer, Optional<String> clientId) {
        return new TokenVerifier(issuer, clientId, IssuerKeys.of(issuer));
    }

    /** Verifies by a key set that is at hand; {@code issuer} and {@code clientId} as in {@link #of}. */
    public static TokenVerifier of(String issuer, Optional<String> clientId, JWKSet keys) {
        return new TokenVerifier(issuer, clientId, new ImmutableJWKSet<>(keys.toPublicJWKSet()));
    }

    /**
     * {@inheritDoc} A token that is not valid counts as none.
     *
     * @throws ProblemException 503 if the issuer's keys cannot be had
     */
    @Override
    public @Nullable User authenticate(Request request) {
        JWTClaimsSet claims = claims(request);
        if (claims == null) {
            return null;
        }
        try {
            String name = claims.getStringClaim("username");
            List<String> groups = claims.getStringListClaim("cognito:groups");
            return new User(name == null ? claims.getSubject() : name, groups == null ? List.of() : groups);
        } catch (ParseException e) {
            return null;
        }
    }

    /** The claims of the request's access token; null when it has none or one that is not valid. */
    public @Nullable JWTClaimsSet claims(Request request) {
        String header = request.header("authorization").orElse("");
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) || header.length() > MAX_TOKEN) {
            return null;
        }
        try {
            return processor.process(header.substring(SCHEME.length()).strip(), null);
        } catch (RateLimitReachedException e) {
            if (keysAtHand()) {
                return null; // the key id was looked for a moment ago and is unknown
            }
            throw unreachable();
        } catch (KeySourceException e) {
            throw unreachable();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return null;
        }
    }

    private boolean keysAtHand() {
        try {
            return !keys.get(ANY_KEY, null).isEmpty();
        } catch (KeySourceException e) {
            return false;
        }
    }

    private static ProblemException unreachable() {
        return new ProblemException(503, "The sign-in service cannot be reached; try again.");
    }
}
