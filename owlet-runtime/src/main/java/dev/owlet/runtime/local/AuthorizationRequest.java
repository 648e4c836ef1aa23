package dev.owlet.runtime.local;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request for a code (RFC 6749, section 4.1.1; RFC 7636, section 4.3) whose client and redirect URI are known to be
 * good.
 *
 * @param scope as asked for, blank-separated
 * @param nonce goes into the ID token as it came
 * @param challenge SHA-256 of the verifier, base64url
 */
record AuthorizationRequest(Redirect redirect, String scope, Optional<String> nonce, String challenge) {
    static final List<String> SCOPES = List.of("openid", "email", "profile", "phone", "aws.cognito.signin.user.admin");
    private static final String DEFAULT_SCOPE = "openid email profile";
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** @throws OAuthException with what the client is told at its redirect URI */
    static AuthorizationRequest of(Form form, Redirect redirect) throws OAuthException {
        if (!form.require("response_type").equals("code")) {
            throw new OAuthException("unsupported_response_type", "The response_type must be code.");
        }
        if (form.get("prompt").filter("none"::equals).isPresent()) {
            throw new OAuthException("login_required", "The local issuer keeps nobody signed in.");
        }
        String scope = form.get("scope").orElse(DEFAULT_SCOPE);
        if (!SCOPES.containsAll(Arrays.asList(scope.split(" ")))) {
            throw new OAuthException("invalid_scope", "The scopes here are " + String.join(", ", SCOPES) + ".");
        }
        return new AuthorizationRequest(redirect, scope, form.get("nonce"), challenge(form));
    }

    private static String challenge(Form form) throws OAuthException {
        String challenge = form.require("code_challenge");
        if (!form.get("code_challenge_method").filter("S256"::equals).isPresent()) {
            throw OAuthException.invalidRequest("The code_challenge_method must be S256.");
        }
        if (!CHALLENGE.matcher(challenge).matches()) {
            throw OAuthException.invalidRequest("The code_challenge must be 43 characters of base64url.");
        }
        return challenge;
    }

    /** The parameters that make this request once more, for the sign-in page to send. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("client_id", redirect.clientId());
        all.put("redirect_uri", redirect.uri().toString());
        all.put("response_type", "code");
        redirect.state().ifPresent(value -> all.put("state", value));
        all.put("scope", scope);
        nonce.ifPresent(value -> all.put("nonce", value));
        all.put("code_challenge", challenge);
        all.put("code_challenge_method", "S256");
        return all;
    }
}
