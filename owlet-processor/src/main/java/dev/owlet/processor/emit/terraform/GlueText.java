package dev.owlet.processor.emit.terraform;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text of the model as Glue takes it: one line, of so many bytes (Glue Developer Guide, "Column", "TableInput"). */
final class GlueText {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cf}\\p{Cn}]+");
    private static final int COMMENT_BYTES = 255;
    private static final int DESCRIPTION_BYTES = 2048;
    private static final String CUT = "…";

    private GlueText() {}

    /** Of a column. */
    static String comment(String text) {
        return cut(text, COMMENT_BYTES);
    }

    /** Of a table or the database. */
    static String description(String text) {
        return cut(text, DESCRIPTION_BYTES);
    }

    private static String cut(String text, int most) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        if (bytes(line) <= most) {
            return line;
        }
        StringBuilder start = new StringBuilder();
        int left = most - bytes(CUT);
        for (int c : line.codePoints().toArray()) {
            left -= bytes(Character.toString(c));
            if (left < 0) {
                break;
            }
            start.appendCodePoint(c);
        }
        return start.toString().strip() + CUT;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
