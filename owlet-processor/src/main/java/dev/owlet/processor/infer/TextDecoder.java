package dev.owlet.processor.infer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes as text. A byte order mark decides; without one it is UTF-8, and where it cannot be, Windows-1252, in which every
 * Western file is legible.
 */
record TextDecoder(String text, Charset charset) {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    static TextDecoder decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return marked(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return marked(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return marked(bytes, 3, StandardCharsets.UTF_8);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new TextDecoder(text, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return new TextDecoder(new String(bytes, WESTERN), WESTERN);
        }
    }

    private static TextDecoder marked(byte[] bytes, int skip, Charset charset) {
        return new TextDecoder(new String(bytes, skip, bytes.length - skip, charset), charset);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
