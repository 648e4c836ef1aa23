package dev.owlet.runtime.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.owlet.runtime.http.Request;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Tokens as Cognito makes them, and the requests that bring them. */
final class TestTokens {
    static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc";
    static final RSAKey KEY = key("one");

    private TestTokens() {}

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(id)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static JWTClaimsSet.Builder access() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("b2f1")
                .claim("token_use", "access")
                .claim("client_id", "web")
                .claim("username", "amara")
                .claim("cognito:groups", List.of("editor", "others"))
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
    }

    static String sign(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            return sign(claims, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()), new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static String sign(JWTClaimsSet.Builder claims, JWSHeader.Builder header, JWSSigner signer) {
        SignedJWT token = new SignedJWT(header.build(), claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    static Request bearing(String token) {
        return with("Bearer " + token);
    }

    static Request with(String authorization) {
        return new Request(
                "GET", "/api/hello", Map.of(), Map.of("authorization", authorization), new byte[0], Map.of(), null);
    }
}
