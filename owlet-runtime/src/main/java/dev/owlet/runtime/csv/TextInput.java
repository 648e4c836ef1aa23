package dev.owlet.runtime.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * Bytes as text: by byte order mark, else by the encoding named, else UTF-16 when the zero bytes of the beginning tell so,
 * else UTF-8. What is not text of its encoding is refused, never replaced: a silent {@code �} is lost data.
 */
public final class TextInput {
    /** How far a reader may look ahead and come back. */
    static final int LOOK_AHEAD = 1 << 16;

    private static final int EVIDENCE = 1 << 12;

    private final Charset charset;
    private final boolean assumed;
    private final BufferedReader reader;

    private TextInput(Charset charset, boolean assumed, Reader reader) {
        this.charset = charset;
        this.assumed = assumed;
        this.reader = new BufferedReader(reader, LOOK_AHEAD);
    }

    /**
     * Starts to read; closing the reader closes {@code bytes}.
     *
     * @param encoding the name of the encoding, which a byte order mark overrides
     * @throws UnreadableFileException when there is no such encoding, or the bytes are no text; so may the reader
     */
    public static TextInput open(InputStream bytes, Optional<String> encoding) throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes, EVIDENCE);
        byte[] head = in.readNBytes(EVIDENCE);
        int mark = TextEvidence.markLength(head);
        in.unread(head, mark, head.length - mark);
        Charset charset;
        if (mark > 0) {
            charset = TextEvidence.marked(head);
        } else if (encoding.isPresent()) {
            charset = named(encoding.get());
        } else {
            charset = TextEvidence.of(head);
        }
        boolean assumed = mark == 0 && encoding.isEmpty() && !charset.equals(StandardCharsets.UTF_8);
        return new TextInput(charset, assumed, new StrictDecoder(in, charset));
    }

    public Charset charset() {
        return charset;
    }

    /** Whether the encoding was told by the bytes themselves, and neither by a mark nor by a name. */
    public boolean isAssumed() {
        return assumed;
    }

    public BufferedReader reader() {
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

    private static Charset named(String encoding) {
        try {
            return Charset.forName(encoding);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            throw new UnreadableFileException("There is no encoding named " + encoding + "; one is windows-1252.", e);
        }
    }
}
