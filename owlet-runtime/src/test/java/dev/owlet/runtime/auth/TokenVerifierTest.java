package dev.owlet.runtime.auth;

import static dev.owlet.runtime.auth.TestTokens.ISSUER;
import static dev.owlet.runtime.auth.TestTokens.KEY;
import static dev.owlet.runtime.auth.TestTokens.access;
import static dev.owlet.runtime.auth.TestTokens.bearing;
import static dev.owlet.runtime.auth.TestTokens.key;
import static dev.owlet.runtime.auth.TestTokens.sign;
import static dev.owlet.runtime.auth.TestTokens.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.PlainJWT;
import dev.owlet.runtime.http.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
    private final TokenVerifier verifier = TokenVerifier.of(ISSUER, Optional.of("web"), new JWKSet(KEY));

    @Test
    void knowsTheBearerOfAnAccessToken() {
        User expected = new User("amara", List.of("editor", "others"));
        String token = sign(access(), KEY);

        assertThat(verifier.authenticate(bearing(token))).isEqualTo(expected);
        assertThat(verifier.authenticate(with("bearer  " + token))).isEqualTo(expected);
    }

    @Test
    void knowsSomebodyWithoutGroupsAndAProgramWithoutUserName() {
        String token = sign(access().claim("cognito:groups", null).claim("username", null), KEY);

        assertThat(verifier.authenticate(bearing(token))).isEqualTo(new User("b2f1", List.of()));
    }

    @Test
    void takesAnyClientWhenNoneIsConfigured() {
        TokenVerifier any = TokenVerifier.of(ISSUER, Optional.empty(), new JWKSet(KEY));

        assertThat(any.authenticate(bearing(sign(access().claim("client_id", "other"), KEY))))
                .isNotNull();
    }

    @Test
    void refusesTokensForOtherEnds() {
        refused(sign(access().claim("token_use", "id"), KEY));
        refused(sign(access().claim("token_use", null), KEY));
        refused(sign(access().claim("token_use", List.of("access")), KEY));
        refused(sign(access().claim("client_id", "other"), KEY));
        refused(sign(access().claim("client_id", null), KEY));
        refused(sign(access().issuer(ISSUER + "/"), KEY));
        refused(sign(access().issuer(null), KEY));
        refused(sign(access().subject(null), KEY));
        refused(sign(access().claim("cognito:groups", "admin"), KEY));
        refused(sign(access().claim("cognito:groups", List.of(1)), KEY));
    }

    @Test
    void refusesTokensOutsideTheirTime() {
        Instant now = Instant.now();
        refused(sign(access().expirationTime(Date.from(now.minusSeconds(60))), KEY));
        refused(sign(access().expirationTime(null), KEY));
        refused(sign(access().notBeforeTime(Date.from(now.plusSeconds(60))), KEY));
    }

    @Test
    void allowsForClocksThatDifferALittle() {
        String token = sign(access().expirationTime(Date.from(Instant.now().minusSeconds(5))), KEY);

        assertThat(verifier.authenticate(bearing(token))).isNotNull();
    }

    @Test
    void refusesOtherKeys() {
        refused(sign(access(), key("one")));
        refused(sign(access(), key("two")));
    }

    @Test
    void refusesUnsignedTokens() {
        refused(new PlainJWT(access().build()).serialize());
        String[] parts = sign(access(), KEY).split("\\.", -1);
        refused(base64("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        refused(base64("{\"alg\":\"none\",\"kid\":\"one\"}") + "." + parts[1] + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void refusesOtherAlgorithms() throws JOSEException {
        byte[] publicKey = KEY.toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey)
                + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : List.of(publicKey, pem.getBytes(StandardCharsets.US_ASCII))) {
            refused(sign(access(), new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one"), new MACSigner(secret)));
        }
        for (JWSAlgorithm other : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            refused(sign(access(), new JWSHeader.Builder(other).keyID("one"), new RSASSASigner(KEY)));
        }
    }

    @Test
    void refusesAKeyThatTheTokenBringsAlong() throws JOSEException {
        JWSHeader.Builder header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(key("mine").toPublicJWK());

        refused(sign(access(), header, new RSASSASigner(key("mine"))));
    }

    @Test
    void refusesCriticalHeadersItDoesNotKnow() throws JOSEException {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("one")
                .customParam("mustKnow", true)
                .criticalParams(Set.of("mustKnow"));

        refused(sign(access(), header, new RSASSASigner(KEY)));
    }

    @Test
    void refusesChangedTokens() {
        String token = sign(access(), KEY);
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        refused(parts[0] + "." + base64(claims.replace("editor", "admin")) + "." + parts[2]);
        refused(token + "x");
        refused(token + "." + parts[2]);
        refused(token + ", Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer ", "Bearer .", "Bearer ..", "Bearer a.b.c", "Basic YTpi", "Bearer\t.."})
    void refusesWhatIsNoToken(String header) {
        assertThat(verifier.authenticate(with(header))).isNull();
    }

    @Test
    void refusesHostileJson() {
        String deep = "[".repeat(4000);
        refused(base64(deep) + "." + base64(deep) + ".x");
        refused(base64("{\"alg\":\"RS256\",\"kid\":" + deep) + ".e30.x");
        refused("a".repeat(1_000_000));
        char[] zeros = new char[5000];
        Arrays.fill(zeros, '\0');
        refused(new String(zeros) + "." + new String(zeros) + ".");
    }

    private void refused(String token) {
        assertThat(verifier.authenticate(bearing(token))).isNull();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
