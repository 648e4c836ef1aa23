package dev.owlet.runtime.local;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * One sign-in, from the click on the persona until its refresh token ends.
 *
 * @param id claim {@code origin_jti} of its tokens
 * @param event claim {@code event_id} of its tokens
 * @param scope blank-separated
 * @param start when the person signed in
 */
record Session(String id, String event, Persona persona, String scope, Instant start) {
    static Session of(Persona persona, String scope, Instant start) {
        return new Session(UUID.randomUUID().toString(), UUID.randomUUID().toString(), persona, scope, start);
    }

    /** Whether an ID token and the user information are wanted (OpenID Connect Core, section 3.1.2.1). */
    boolean openId() {
        return Arrays.asList(scope.split(" ")).contains("openid");
    }
}
