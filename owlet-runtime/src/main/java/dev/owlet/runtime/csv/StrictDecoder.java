package dev.owlet.runtime.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Says in a sentence for people which bytes are no text, in which line, and what the encoding may be. */
final class StrictDecoder extends Reader {
    private static final Charset LIKELY = Charset.forName("windows-1252");
    private static final int CONTEXT = 20;

    private final InputStream bytes;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer in = ByteBuffer.allocate(1 << 16).flip();
    private boolean atEnd;
    private long lines = 1;
    private String before = "";

    StrictDecoder(InputStream bytes, Charset charset) {
        this.bytes = bytes;
        this.charset = charset;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            CoderResult result = decoder.decode(in, out, atEnd);
            int count = out.position() - offset;
            if (count > 0) {
                return decoded(buffer, offset, count);
            }
            if (result.isError()) {
                throw refusal();
            }
            if (result.isOverflow()) {
                throw new CharacterCodingException(); // no room for the two halves of one character
            }
            if (atEnd) {
                return -1;
            }
            more();
        }
    }

    private int decoded(char[] buffer, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            if (buffer[i] == '\n') {
                lines++;
            }
        }
        int context = Math.min(count, CONTEXT);
        before = new String(buffer, offset + count - context, context);
        return count;
    }

    private void more() throws IOException {
        in.compact();
        int count = bytes.read(in.array(), in.position(), in.remaining());
        atEnd = count < 0;
        in.position(in.position() + Math.max(count, 0)).flip();
    }

    private UnreadableFileException refusal() {
        String place = String.format("byte %02X in line %d", in.get(in.position()), lines);
        String word = before.substring(before.lastIndexOf('\n') + 1);
        return new UnreadableFileException("The file is not " + charset + " text: " + place
                + (word.isBlank() ? "" : ", after \"" + word + "\"") + ". "
                + (charset.equals(StandardCharsets.UTF_8) ? likely(word) : "")
                + "Save it as UTF-8, or name its encoding in the model, as in upload: {encoding: windows-1252}.");
    }

    /** What stands there, read in the encoding that most files have which are not UTF-8. */
    private String likely(String word) {
        int start = in.position();
        int end = start;
        while (end < in.limit() && end - start < CONTEXT && in.get(end) != '\n' && in.get(end) != '\r') {
            end++;
        }
        try {
            CharBuffer text =
                    LIKELY.newDecoder().decode(in.duplicate().position(start).limit(end));
            return "It may be Windows-1252, in which that reads \"" + word + text + "\". ";
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
