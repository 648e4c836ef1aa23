package dev.owlet.runtime.local;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.owlet.runtime.auth.TokenVerifier;
import dev.owlet.runtime.http.Authenticator;
import dev.owlet.runtime.http.Problems;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.Router;
import dev.owlet.runtime.http.Routes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The local stand-in for a Cognito user pool: an OpenID Connect issuer with the same endpoints, tokens and claims, that
 * signs in anybody who asks, without a password. It must only ever be reachable from this machine.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html">User pool endpoints</a>
 */
final class Issuer implements Routes {
    static final String SCOPE = "openid email profile";
    private static final String DEFAULT_CLIENT = "owlet-local";

    private final String origin;
    private final String clientId;
    private final RSAKey key;
    private final Clock clock;
    private final Tokens tokens;
    private final TokenEndpoint tokenEndpoint;
    private final AuthorizeEndpoint authorizeEndpoint;
    private final TokenVerifier verifier;

    /**
     * @param origin of the server, such as {@code http://localhost:8080}
     * @param clientId of the web app; empty for one of our own
     */
    Issuer(String origin, Optional<String> clientId, String title, RSAKey key, Clock clock) {
        this.origin = origin;
        this.clientId = clientId.orElse(DEFAULT_CLIENT);
        this.key = key;
        this.clock = clock;
        tokens = new Tokens(url(), this.clientId, key, clock);
        tokenEndpoint = new TokenEndpoint(this.clientId, tokens, clock);
        authorizeEndpoint = new AuthorizeEndpoint(this.clientId, new SignInPage(title), tokenEndpoint, clock);
        verifier = TokenVerifier.of(url(), Optional.of(this.clientId), new JWKSet(key));
    }

    String url() {
        return origin + "/oauth2";
    }

    String origin() {
        return origin;
    }

    String clientId() {
        return clientId;
    }

    /** Checks this issuer's tokens the way Cognito's are checked. */
    Authenticator authenticator() {
        return verifier;
    }

    /** An access token of one hour, without the way through the sign-in page. */
    String accessToken(Persona persona) {
        return tokens.access(Session.of(persona, SCOPE, clock.instant()));
    }

    @Override
    public void addTo(Router router) {
        router.open("GET", "/oauth2/.well-known/openid-configuration", request -> Response.json(200, metadata()))
                .open("GET", "/oauth2/.well-known/jwks.json", request -> Response.json(200, keys()))
                .open("GET", AuthorizeEndpoint.PATH, authorizeEndpoint::ask)
                .open("POST", AuthorizeEndpoint.PATH, authorizeEndpoint::choose)
                .open("POST", "/oauth2/token", tokenEndpoint::token)
                .open("POST", "/oauth2/revoke", tokenEndpoint::revoke)
                .open("GET", "/oauth2/userInfo", this::userInfo)
                .open("POST", "/oauth2/userInfo", this::userInfo)
                .open("GET", "/oauth2/logout", this::logout)
                .open("GET", "/logout", this::logout)
                .open("GET", "/local/token", this::token);
    }

    /** OpenID Connect Discovery, section 3. */
    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", url());
        metadata.put("authorization_endpoint", origin + AuthorizeEndpoint.PATH);
        metadata.put("token_endpoint", url() + "/token");
        metadata.put("userinfo_endpoint", url() + "/userInfo");
        metadata.put("revocation_endpoint", url() + "/revoke");
        metadata.put("end_session_endpoint", origin + "/logout");
        metadata.put("jwks_uri", url() + "/.well-known/jwks.json");
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        metadata.put("code_challenge_methods_supported", List.of("S256"));
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("id_token_signing_alg_values_supported", List.of("RS256"));
        metadata.put("token_endpoint_auth_methods_supported", List.of("none"));
        metadata.put("scopes_supported", AuthorizationRequest.SCOPES);
        return metadata;
    }

    private String keys() {
        return new JWKSet(key).toString(); // the public parts
    }

    /** OpenID Connect Core, section 5.3, with Cognito's claims. */
    private Response userInfo(Request request) {
        JWTClaimsSet claims = verifier.claims(request);
        String scope = claims == null ? "" : String.valueOf(claims.getClaim("scope"));
        Optional<Persona> persona = Optional.ofNullable(claims)
                .filter(c -> Arrays.asList(scope.split(" ")).contains("openid"))
                .flatMap(c -> Persona.of(String.valueOf(c.getClaim("username"))));
        return persona.map(Issuer::userInfo)
                .orElseGet(() -> Response.json(401, Map.of("error", "invalid_token"))
                        .header("www-authenticate", "Bearer error=\"invalid_token\""));
    }

    private static Response userInfo(Persona persona) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", persona.subject());
        claims.put("username", persona.id());
        claims.put("email", persona.email());
        claims.put("email_verified", "true"); // text, as Cognito has it here
        claims.put("name", persona.fullName());
        return Response.json(200, claims);
    }

    /** As Cognito: {@code client_id} and {@code logout_uri}. Nobody is kept signed in here, so it only leads back. */
    private Response logout(Request request) {
        try {
            Form form = Form.query(request);
            if (!form.require("client_id").equals(clientId)) {
                throw OAuthException.invalidRequest("The client_id must be " + clientId + ", as in /config.json.");
            }
            return Redirect.see(Loopback.uri(form.require("logout_uri"))
                    .orElseThrow(() -> OAuthException.invalidRequest(
                            "The logout_uri must be an address on localhost or 127.0.0.1, without a fragment."))
                    .toString());
        } catch (OAuthException e) {
            return e.response();
        }
    }

    /** A token for curl: plain text, or JSON for who accepts that. */
    private Response token(Request request) {
        Optional<Persona> persona = request.query("group").flatMap(Persona::of);
        if (persona.isEmpty()) {
            String all = Arrays.stream(Persona.values()).map(Persona::id).collect(Collectors.joining(", "));
            return Problems.of(400, "Give ?group= one of " + all + ".");
        }
        String token = accessToken(persona.get());
        if (request.header("accept").orElse("").contains("application/json")) {
            return Response.json(
                    200, Map.of("access_token", token, "token_type", "Bearer", "expires_in", Tokens.LIFE.toSeconds()));
        }
        return new Response(
                200, Map.of("content-type", "text/plain; charset=utf-8"), token.getBytes(StandardCharsets.UTF_8));
    }
}
