package dev.owlet.runtime.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * Bytes as text: by byte order mark, else by the encoding named, else UTF-16 when every other byte of the beginning is
 * zero, else UTF-8. What is not text of its encoding is refused, never replaced: a silent {@code �} is lost data.
 */
final class TextInput {
    /** How far a reader may look ahead and come back. */
    static final int LOOK_AHEAD = 1 << 16;

    private static final int BOM_LENGTH = 3;

    private final Charset charset;
    private final BufferedReader reader;

    private TextInput(Charset charset, Reader reader) {
        this.charset = charset;
        this.reader = new BufferedReader(reader, LOOK_AHEAD);
    }

    static TextInput open(InputStream bytes, Optional<String> encoding) throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes, BOM_LENGTH + 1);
        byte[] head = in.readNBytes(BOM_LENGTH + 1);
        int mark = markLength(head);
        in.unread(head, mark, head.length - mark);
        Charset charset = mark > 0 ? marked(head) : named(encoding).orElseGet(() -> guessed(head));
        return new TextInput(charset, new Refusing(in, charset));
    }

    Charset charset() {
        return charset;
    }

    BufferedReader reader() {
        return reader;
    }

    /** The beginning of the text, which is still to be read. */
    String head() throws IOException {
        reader.mark(LOOK_AHEAD);
        char[] buffer = new char[LOOK_AHEAD];
        int length = 0;
        for (int n; length < LOOK_AHEAD && (n = reader.read(buffer, length, LOOK_AHEAD - length)) > 0; ) {
            length += n;
        }
        reader.reset();
        return new String(buffer, 0, length);
    }

    private static int markLength(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE) ? 2 : 0;
    }

    private static Charset marked(byte[] head) {
        return switch (head[0] & 0xFF) {
            case 0xEF -> StandardCharsets.UTF_8;
            case 0xFE -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_16LE;
        };
    }

    private static Optional<Charset> named(Optional<String> encoding) {
        try {
            return encoding.map(Charset::forName);
        } catch (UnsupportedCharsetException | java.nio.charset.IllegalCharsetNameException e) {
            throw new CsvException("There is no encoding named " + encoding.orElse("") + "; one is windows-1252.");
        }
    }

    private static Charset guessed(byte[] head) {
        if (head.length == BOM_LENGTH + 1) {
            if (head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0) {
                return StandardCharsets.UTF_16LE;
            }
            if (head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0) {
                return StandardCharsets.UTF_16BE;
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Says in a sentence for people that the bytes are no text. */
    private static final class Refusing extends Reader {
        private final Reader in;
        private final Charset charset;

        Refusing(InputStream bytes, Charset charset) {
            this.charset = charset;
            in = new InputStreamReader(
                    bytes,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (CharacterCodingException e) {
                throw new CsvException("The file is not " + charset
                        + " text. Save it as UTF-8, or name its encoding, such as windows-1252.");
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
