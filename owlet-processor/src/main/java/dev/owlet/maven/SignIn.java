package dev.owlet.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Signs a person in at the hosted sign-in of the user pool, in a browser, and yields an access token: the authorization code
 * flow with PKCE and a loopback address (RFC 8252, section 7.3; RFC 7636). No password passes through here.
 */
final class SignIn {
    private static final int BYTES = 32;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final String origin;
    private final String clientId;
    private final String scope;
    private final String redirect;
    private final String state = secret();
    private final String verifier = secret();

    /**
     * @param signUpUrl output {@code signup_url}: it names the sign-in's address, the client and the scope
     * @param port of this machine, to which the pool lets people return
     */
    SignIn(String signUpUrl, int port) throws MojoFailureException {
        URI uri = URI.create(signUpUrl);
        Map<String, String> query = query(uri.getRawQuery() == null ? "" : uri.getRawQuery());
        if (!query.containsKey("client_id") || uri.getHost() == null) {
            throw new MojoFailureException("The output signup_url names no client: " + signUpUrl);
        }
        origin = uri.getScheme() + "://" + uri.getAuthority();
        clientId = query.get("client_id");
        scope = query.getOrDefault("scope", "openid");
        redirect = "http://localhost:" + port + "/";
    }

    /** What the person opens. */
    String address() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", clientId);
        query.put("redirect_uri", redirect);
        query.put("scope", scope);
        query.put("state", state);
        query.put("code_challenge_method", "S256");
        query.put("code_challenge", challenge());
        return origin + "/oauth2/authorize?" + form(query);
    }

    /**
     * The token for what the browser came back with.
     *
     * @param rawQuery of the address it came back to
     */
    String token(String rawQuery) throws IOException, InterruptedException, MojoFailureException {
        Map<String, String> answer = query(rawQuery);
        if (!state.equals(answer.get("state"))) {
            throw new MojoFailureException("The browser came back from another sign-in. Start again.");
        }
        if (!answer.containsKey("code")) {
            throw new MojoFailureException("The sign-in failed: "
                    + answer.getOrDefault("error_description", answer.getOrDefault("error", "no code was given")));
        }
        Map<String, String> body = new LinkedHashMap<>();
        body.put("grant_type", "authorization_code");
        body.put("client_id", clientId);
        body.put("code", answer.get("code"));
        body.put("redirect_uri", redirect);
        body.put("code_verifier", verifier);
        return exchange(form(body));
    }

    private String exchange(String form) throws IOException, InterruptedException, MojoFailureException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "/oauth2/token"))
                .timeout(TIMEOUT)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode answer = new ObjectMapper().readTree(response.body());
        if (!answer.hasNonNull("access_token")) {
            throw new MojoFailureException("The sign-in gave no token: " + response.statusCode() + " "
                    + answer.path("error").asText());
        }
        return answer.get("access_token").asText();
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                values.put(
                        pair.substring(0, sign), URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
