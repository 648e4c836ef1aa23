package dev.owlet.runtime.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What the first bytes of a file tell of its encoding. */
final class TextEvidence {
    private static final String NO_TEXT =
            "The file is not a table of text: its bytes are no characters. Owlet reads CSV, "
                    + "JSON, Excel (.xlsx) and Parquet, also as .gz or .zip.";

    /** Of a hundred bytes of a text at most so many are control characters. */
    private static final int MAX_CONTROL_PERCENT = 10;

    private TextEvidence() {}

    /** @throws UnreadableFileException when the mark is that of an encoding that is not read */
    static int markLength(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE, 0, 0) || startsWith(head, 0, 0, 0xFE, 0xFF)) {
            throw new UnreadableFileException("The file is UTF-32 text. Save it as UTF-8.");
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE) ? 2 : 0;
    }

    /** The encoding of a file with a byte order mark. */
    static Charset marked(byte[] head) {
        return switch (head[0] & 0xFF) {
            case 0xEF -> StandardCharsets.UTF_8;
            case 0xFE -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_16LE;
        };
    }

    /**
     * UTF-16 when at least every eighth unit has a zero byte, as digits, delimiters and ends of lines have in any script,
     * and all on one side; else UTF-8.
     *
     * @throws UnreadableFileException when the bytes are no text at all
     */
    static Charset of(byte[] head) {
        int[] zeros = new int[2];
        int control = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i % 2]++;
            } else if (isControl(head[i])) {
                control++;
            }
        }
        int units = head.length / 2;
        int most = Math.max(zeros[0], zeros[1]);
        boolean even = head.length % 2 == 0;
        if (even && most >= 2 && most * 8 >= units && Math.min(zeros[0], zeros[1]) * 20 <= most) {
            return zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        if ((control + zeros[0] + zeros[1]) * 100 > head.length * MAX_CONTROL_PERCENT) {
            throw new UnreadableFileException(NO_TEXT);
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean isControl(byte b) {
        return b >= 0 && b < ' ' && !(b >= '\t' && b <= '\r') && b != 0x1B;
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
