package dev.owlet.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way through the sign-in page, as the web app and its visitor walk it. */
final class SignIn {
    static final String CLIENT = "owlet-local";
    static final String VERIFIER = "abcdefghijklmnopqrstuvwxyz-0123456789_ABCDEF.~";

    private final Client client;

    SignIn(Client client) {
        this.client = client;
    }

    String callback() {
        return client.origin() + "/signed-in";
    }

    /** A request that has all it needs; tests take things away. */
    Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("client_id", CLIENT);
        request.put("redirect_uri", callback());
        request.put("response_type", "code");
        request.put("scope", "openid email profile");
        request.put("state", "s t&a=te\"><script>");
        request.put("nonce", "n0");
        request.put("code_challenge", challenge(VERIFIER));
        request.put("code_challenge_method", "S256");
        return request;
    }

    HttpResponse<String> ask(Map<String, String> request) {
        return client.get("/oauth2/authorize?" + Client.query(request));
    }

    HttpResponse<String> choose(Map<String, String> request, String persona) {
        Map<String, String> form = new LinkedHashMap<>(request);
        form.put("persona", persona);
        return client.post("/oauth2/authorize", form);
    }

    String code(String persona) {
        return Client.redirected(choose(request(), persona)).get("code").get(0);
    }

    Map<String, String> redemption(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", CLIENT);
        form.put("redirect_uri", callback());
        form.put("code", code);
        form.put("code_verifier", VERIFIER);
        return form;
    }

    HttpResponse<String> token(Map<String, String> form) {
        return client.post("/oauth2/token", form);
    }

    JsonNode tokens(String persona) {
        return Client.json(token(redemption(code(persona))));
    }

    HttpResponse<String> refresh(String token) {
        return token(Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", token));
    }

    static JsonNode claims(String token) throws java.io.IOException {
        return dev.owlet.runtime.row.Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
