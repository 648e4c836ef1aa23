package dev.owlet.runtime.delta;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Paths of data files as logs have them: URIs, relative to the table (protocol, section "Add File and Remove File"). */
final class LogPath {
    private static final Pattern ABSOLUTE = Pattern.compile("/|[A-Za-z][A-Za-z0-9+.-]*:");

    private LogPath() {}

    /**
     * The key of a file below its table's folder: the path without percent-encoding. A plus stays a plus, unlike in
     * forms. Two spellings of one path give the same key.
     *
     * @throws UnsupportedTableException when the path leads out of the table, as shallow clones do, or is no path
     */
    static String key(String path) throws UnsupportedTableException {
        if (ABSOLUTE.matcher(path).lookingAt()) {
            throw new UnsupportedTableException("the table has a file elsewhere, " + shown(path)
                    + "; tables that share files with others, as shallow clones do, are not read");
        }
        String key = decode(path);
        for (String part : key.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new UnsupportedTableException("the table has a file outside its folder, " + shown(path));
            }
        }
        return key;
    }

    private static String decode(String path) throws UnsupportedTableException {
        if (path.indexOf('%') < 0) {
            return path;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        for (int i = 0; i < path.length(); ) {
            if (path.charAt(i) == '%') {
                bytes.write(octet(path, i));
                i += 3;
            } else {
                int next = path.indexOf('%', i);
                int end = next < 0 ? path.length() : next;
                bytes.writeBytes(path.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end;
            }
        }
        return utf8(bytes.toByteArray(), path);
    }

    private static int octet(String path, int at) throws UnsupportedTableException {
        int high = at + 2 < path.length() ? hex(path.charAt(at + 1)) : -1;
        int low = high < 0 ? -1 : hex(path.charAt(at + 2));
        if (low < 0) {
            throw new UnsupportedTableException("the table has a file whose path is broken: two hexadecimal digits must"
                    + " follow each % in " + shown(path));
        }
        return high << 4 | low;
    }

    /** Of ASCII alone; Java takes the digits of every language for digits. */
    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static String utf8(byte[] bytes, String path) throws UnsupportedTableException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnsupportedTableException(
                    "the table has a file whose path is broken: it is not UTF-8 once decoded, " + shown(path));
        }
    }

    private static String shown(String path) {
        String plain = path.replaceAll("\\p{Cntrl}", "\uFFFD");
        return "\"" + plain.substring(0, Math.min(200, plain.length())) + "\"";
    }
}
