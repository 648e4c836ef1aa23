package dev.owlet.processor.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The text of a model file, in lines as editors count them. Immutable. */
public final class SourceText {
    /** In UTF-16 units; the largest model seen is a thirtieth of it. */
    static final int MAX_LENGTH = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final String text;
    private final List<String> lines;

    /**
     * @param name for messages: {@code data_model.yml}
     * @param text may begin with a byte order mark, which is dropped
     */
    public SourceText(String name, String text) {
        this.name = name;
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        this.lines = List.of(this.text.split("\r\n|\r|\n", -1));
    }

    /** Decodes UTF-8 strictly; bytes that are not UTF-8 are a problem. */
    public static Optional<String> decode(byte[] bytes, Problems problems) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            problems.add(
                    Position.START, ProblemCode.ENCODING, "The file is not UTF-8", "Save the file with encoding UTF-8");
            return Optional.empty();
        }
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The line's text without its end; empty beyond the last line. */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** Reports a file too large, and characters that no text file holds. */
    void check(Problems problems) {
        if (text.length() > MAX_LENGTH) {
            problems.add(
                    Position.START,
                    ProblemCode.FILE_TOO_LARGE,
                    "The file is larger than 1 MiB",
                    "Describe fewer concepts, or start a second project");
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            checkLine(i + 1, lines.get(i), problems);
        }
    }

    private static void checkLine(int number, String line, Problems problems) {
        int column = 1;
        for (int i = 0; i < line.length(); column++) {
            int character = line.codePointAt(i);
            if (!isText(character)) {
                problems.add(
                        new Position(number, column),
                        ProblemCode.CONTROL_CHARACTER,
                        "Here stands U+%04X, which no text file should hold".formatted(character),
                        "Remove the character; editors can show invisible ones");
                return;
            }
            i += Character.charCount(character);
        }
    }

    /** YAML 1.2.2, section 5.1, without the C1 control characters, and without what turns the reading direction. */
    static boolean isText(int character) {
        boolean control = Character.isISOControl(character) && character != '\t' && character != '\n';
        boolean turnsDirection =
                character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        boolean noCharacter = character >= 0xD800 && character <= 0xDFFF || (character & 0xFFFE) == 0xFFFE;
        return !control && !turnsDirection && !noCharacter && character != 0xFEFF;
    }
}
