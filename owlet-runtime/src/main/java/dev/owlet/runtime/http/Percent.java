package dev.owlet.runtime.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Percent-encoding of paths and queries (RFC 3986, section 2.1), strict: what is not UTF-8 is refused, not guessed. */
public final class Percent {
    private static final String UNRESERVED_MARKS = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    /**
     * The text of a path segment; {@code +} stays {@code +}.
     *
     * @throws ProblemException 400 when {@code %} is not followed by two hexadecimal digits, or the bytes are not UTF-8
     */
    public static String decode(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); ) {
            if (raw.charAt(i) == '%') {
                bytes.write(octet(raw, i));
                i += 3;
            } else {
                int end = raw.indexOf('%', i);
                end = end < 0 ? raw.length() : end;
                bytes.writeBytes(raw.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end;
            }
        }
        return utf8(bytes.toByteArray());
    }

    /** The parameters of a raw query string, in order; {@code +} is a space there, as forms send it. */
    public static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.computeIfAbsent(decode(name.replace('+', ' ')), n -> new ArrayList<>())
                        .add(decode(value.replace('+', ' ')));
            }
        }
        return query;
    }

    /** A path segment that {@link #decode} takes back: all but unreserved characters is encoded. */
    public static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isUnreserved(c)) {
                out.append(c);
            } else {
                octet(b, out);
            }
        }
        return out.toString();
    }

    /** Like {@link #encode}, with the first character encoded whatever it is: another spelling of the same text. */
    public static String encodeVisibly(String text) {
        if (text.isEmpty() || !isUnreserved(text.charAt(0))) {
            return encode(text);
        }
        StringBuilder out = new StringBuilder();
        octet((byte) text.charAt(0), out);
        return out.append(encode(text.substring(1))).toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || UNRESERVED_MARKS.indexOf(c) >= 0;
    }

    private static void octet(byte b, StringBuilder out) {
        out.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
    }

    private static int octet(String raw, int at) {
        int high = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(raw.charAt(at + 2), 16);
        if (low < 0 || raw.charAt(at + 1) > 'f' || raw.charAt(at + 2) > 'f') {
            throw new ProblemException(400, "The address has a % that two hexadecimal digits do not follow.");
        }
        return high << 4 | low;
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(400, "The address has percent-encoded bytes that are not UTF-8.");
        }
    }
}
