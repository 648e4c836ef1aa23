package dev.owlet.runtime.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/**
 * Signs tokens with the claims that Cognito's have. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">Access
 *     token</a>
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html">ID
 *     token</a>
 */
final class Tokens {
    static final Duration LIFE = Duration.ofHours(1);

    private final String issuer;
    private final String clientId;
    private final String keyId;
    private final JWSSigner signer;
    private final Clock clock;

    Tokens(String issuer, String clientId, RSAKey key, Clock clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        keyId = key.getKeyID();
        signer = signer(key);
        this.clock = clock;
    }

    String access(Session session) {
        return sign(claims(session, "access")
                .claim("version", 2)
                .claim("client_id", clientId)
                .claim("scope", session.scope())
                .claim("username", session.persona().id()));
    }

    /** @param nonce of the request for the code; empty when refreshed */
    String id(Session session, Optional<String> nonce) {
        Persona persona = session.persona();
        JWTClaimsSet.Builder claims = claims(session, "id")
                .audience(clientId)
                .claim("cognito:username", persona.id())
                .claim("email", persona.email())
                .claim("email_verified", true)
                .claim("name", persona.fullName());
        nonce.ifPresent(value -> claims.claim("nonce", value));
        return sign(claims);
    }

    private JWTClaimsSet.Builder claims(Session session, String use) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(session.persona().subject())
                .issuer(issuer)
                .claim("token_use", use)
                .claim("origin_jti", session.id())
                .claim("event_id", session.event())
                .claim("auth_time", session.start().getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString());
        if (!session.persona().groups().isEmpty()) {
            claims.claim("cognito:groups", session.persona().groups());
        }
        return claims;
    }

    private String sign(JWTClaimsSet.Builder claims) {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the local issuer's key cannot sign", e);
        }
        return token.serialize();
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the local issuer's key has no private part", e);
        }
    }
}
