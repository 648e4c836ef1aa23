package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a request's signature, as <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">
 * Authenticating Requests: Using the Authorization Header</a> describes it.
 */
final class StandInSignature {
    static final String ACCESS_KEY = "STANDIN";
    static final String SECRET_KEY = "not-a-secret";

    private static final Pattern FORM = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/s3/"
            + "aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private StandInSignature() {}

    /** @return the code of the error that S3 would answer with; nothing when all is well */
    static Optional<String> problem(HttpExchange exchange, byte[] body, String region) {
        Headers headers = exchange.getRequestHeaders();
        Matcher form = FORM.matcher(
                Optional.ofNullable(headers.getFirst("Authorization")).orElse(""));
        if (!form.matches()) {
            return Optional.of("AccessDenied");
        }
        if (!form.group(1).equals(ACCESS_KEY)) {
            return Optional.of("InvalidAccessKeyId");
        }
        if (!form.group(3).equals(region)) {
            return Optional.of("AuthorizationHeaderMalformed");
        }
        String payload = headers.getFirst("x-amz-content-sha256");
        if (!payload.equals("UNSIGNED-PAYLOAD") && !payload.equals(hex(sha256(body)))) {
            return Optional.of("XAmzContentSHA256Mismatch");
        }
        String scope = form.group(2) + "/" + region + "/s3/aws4_request";
        String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return of(exchange, raw, form.group(4), payload, headers.getFirst("x-amz-date"), scope)
                        .equals(form.group(5))
                ? Optional.empty()
                : Optional.of("SignatureDoesNotMatch");
    }

    /**
     * The signature that a request must have.
     *
     * @param query raw, without the signature itself
     * @param signed names of the headers that are signed
     */
    static String of(HttpExchange exchange, String query, String signed, String payload, String stamp, String scope) {
        String text = "AWS4-HMAC-SHA256\n" + stamp + "\n" + scope + "\n"
                + hex(sha256(canonical(exchange, query, signed, payload).getBytes(UTF_8)));
        byte[] key = ("AWS4" + SECRET_KEY).getBytes(UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return hex(hmac(key, text));
    }

    private static String canonical(HttpExchange exchange, String raw, String signed, String payload) {
        String headers = Arrays.stream(signed.split(";"))
                .map(name -> name + ":"
                        + String.join(",", exchange.getRequestHeaders().get(name))
                                .strip() + "\n")
                .collect(Collectors.joining());
        String query = Arrays.stream(raw.split("&"))
                .map(part -> part.isEmpty() || part.contains("=") ? part : part + "=")
                .sorted()
                .collect(Collectors.joining("&"));
        return String.join(
                "\n",
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query,
                headers,
                signed,
                payload);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
