package dev.owlet.runtime.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * One file of the web app.
 *
 * @param gzip the same, compressed
 * @param tag its entity tag
 */
record WebFile(byte[] bytes, byte[] gzip, String tag) {
    private static final int TAG_LENGTH = 32;

    static WebFile of(byte[] bytes) {
        try {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
                out.write(bytes);
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            String tag = '"' + HexFormat.of().formatHex(hash).substring(0, TAG_LENGTH) + '"';
            return new WebFile(bytes, compressed.toByteArray(), tag);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
