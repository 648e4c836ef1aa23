package dev.owlet.runtime.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets whoever knows it do one thing with one upload for an hour: its end in seconds and what it is for, signed
 * (HMAC-SHA256) with the upload's own secret of 256 random bits. What it writes is written once, so that it serves once.
 */
public final class UploadToken {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int SECRET_BYTES = 32;
    private static final int MAX_LENGTH = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private UploadToken() {}

    static String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return text(secret);
    }

    /** @param purpose such as {@code parts/3} */
    static String issue(String secret, String purpose, Instant now) {
        long end = now.plus(LIFE).getEpochSecond();
        return end + "." + signature(secret, purpose, end);
    }

    static boolean fits(String token, String secret, String purpose, Instant now) {
        int dot = token.indexOf('.');
        if (dot < 1
                || dot > 12
                || token.length() > MAX_LENGTH
                || !token.substring(0, dot).matches("\\d+")) {
            return false;
        }
        long end = Long.parseLong(token.substring(0, dot));
        byte[] given = token.substring(dot + 1).getBytes(UTF_8);
        return MessageDigest.isEqual(given, signature(secret, purpose, end).getBytes(UTF_8))
                && now.getEpochSecond() < end;
    }

    private static String signature(String secret, String purpose, long end) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return text(mac.doFinal((end + " " + purpose).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
