package dev.owlet.runtime.local;

import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gives tokens for codes and refresh tokens (RFC 6749, sections 4.1.3 and 6), and takes the latter back (RFC 7009). */
final class TokenEndpoint {
    /** What a code stands for. */
    private record Grant(AuthorizationRequest request, Session session) {}

    private static final Duration CODE_LIFE = Duration.ofMinutes(5);
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final String clientId;
    private final Tokens tokens;
    private final Secrets<Grant> codes;
    private final Secrets<String> refreshByUsedCode;
    private final Secrets<Session> sessions;

    TokenEndpoint(String clientId, Tokens tokens, Clock clock) {
        this.clientId = clientId;
        this.tokens = tokens;
        codes = new Secrets<>(CODE_LIFE, clock);
        refreshByUsedCode = new Secrets<>(CODE_LIFE, clock);
        sessions = new Secrets<>(REFRESH_LIFE, clock);
    }

    /** A code for somebody who signed in just now. */
    String code(AuthorizationRequest request, Session session) {
        return codes.issue(new Grant(request, session));
    }

    Response token(Request request) {
        try {
            Form form = Form.body(request);
            requireClient(form);
            String grant = form.require("grant_type");
            if (grant.equals("authorization_code")) {
                return redeem(form);
            }
            if (grant.equals("refresh_token")) {
                return refresh(form);
            }
            throw new OAuthException(
                    "unsupported_grant_type", "The grant_type must be authorization_code or refresh_token.");
        } catch (OAuthException e) {
            return e.response();
        }
    }

    Response revoke(Request request) {
        try {
            Form form = Form.body(request);
            requireClient(form);
            String token = form.require("token");
            if (token.chars().filter(c -> c == '.').count() == 2) {
                throw new OAuthException("unsupported_token_type", "Only refresh tokens are taken back.");
            }
            sessions.take(token);
            return Response.empty(200); // also when unknown: RFC 7009, section 2.2
        } catch (OAuthException e) {
            return e.response();
        }
    }

    private void requireClient(Form form) throws OAuthException {
        if (!form.get("client_id").filter(clientId::equals).isPresent()) {
            throw new OAuthException("invalid_client", "The client_id must be the one in /config.json.");
        }
    }

    private Response redeem(Form form) throws OAuthException {
        String code = form.require("code");
        String verifier = form.require("code_verifier");
        String redirect = form.require("redirect_uri");
        Optional<String> used = refreshByUsedCode.take(code);
        if (used.isPresent()) {
            sessions.take(used.get()); // somebody else has the code: RFC 6749, section 4.1.2
            throw OAuthException.invalidGrant("The code was used before; its refresh token has ended.");
        }
        Grant grant =
                codes.take(code).orElseThrow(() -> OAuthException.invalidGrant("The code is unknown, used or over."));
        if (!grant.request().redirect().uri().toString().equals(redirect)) {
            throw OAuthException.invalidGrant("The redirect_uri is not the one that the code was asked with.");
        }
        if (!matches(verifier, grant.request().challenge())) {
            throw OAuthException.invalidGrant("The code_verifier does not match the code_challenge.");
        }
        String refresh = sessions.issue(grant.session());
        refreshByUsedCode.put(code, refresh);
        Map<String, Object> answer = answer(grant.session(), grant.request().nonce());
        answer.put("refresh_token", refresh);
        return Response.json(200, answer);
    }

    /** As with Cognito the refresh token stays the same and is not sent again. */
    private Response refresh(Form form) throws OAuthException {
        Session session = sessions.find(form.require("refresh_token"))
                .orElseThrow(() -> OAuthException.invalidGrant("The refresh token is unknown, revoked or over."));
        return Response.json(200, answer(session, Optional.empty()));
    }

    private Map<String, Object> answer(Session session, Optional<String> nonce) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", tokens.access(session));
        if (session.openId()) {
            answer.put("id_token", tokens.id(session, nonce));
        }
        answer.put("token_type", "Bearer");
        answer.put("expires_in", Tokens.LIFE.toSeconds());
        return answer;
    }

    private static boolean matches(String verifier, String challenge) {
        if (!VERIFIER.matcher(verifier).matches()) {
            return false;
        }
        byte[] hash = sha256(verifier.getBytes(StandardCharsets.US_ASCII));
        String expected = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), challenge.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
