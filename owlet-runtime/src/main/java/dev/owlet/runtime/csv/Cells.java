package dev.owlet.runtime.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file. The source uses the same object for every record, and cells are made texts only when asked for:
 * most are numbers and dates, which are read where they stand. Not thread-safe.
 */
public final class Cells {
    private static final String TOO_LONG = "is longer than a row can be";
    private static final int MAX_RECORD = 2 * CellSource.MAX_CELL;
    private static final byte QUOTED = 1;
    private static final byte TYPED = 2;
    private static final byte PRESENT = 3;

    private char[] chars = new char[0];
    private int[] from = new int[32];
    private int[] to = new int[32];
    private byte[] marks = new byte[32];
    private int size;
    private int length;
    private boolean full;
    private boolean anyQuoted;
    private long line;
    private @Nullable String fault;

    /** Forgets the record before; the new one starts on {@code startLine} of the file, from 1. */
    public void begin(long startLine) {
        line = startLine;
        size = 0;
        length = 0;
        full = false;
        anyQuoted = false;
        fault = null;
    }

    /** Adds a cell of a source that knows types: its text is as the type itself writes it, whatever the formats. */
    public void addTyped(String text) {
        add(text, TYPED);
    }

    /** Adds such a cell of a source that knows absence, too: it is a value, also when it looks like a token for none. */
    public void addPresent(String text) {
        add(text, PRESENT);
    }

    private void add(String text, byte mark) {
        int cell = size;
        add(text);
        if (cell < size) {
            marks[cell] = mark;
        }
    }

    /** Adds a cell that is a text, also when it is blank or looks like a token for an absent value. */
    public void addLiteral(String text) {
        int cell = size;
        add(text);
        if (cell < size) {
            marks[cell] = QUOTED;
            anyQuoted = true;
        }
    }

    /** Adds a cell with a text of the file. */
    public void add(String text) {
        int start = length;
        if (chars.length - start < text.length() && start + text.length() <= MAX_RECORD) {
            chars = Arrays.copyOf(chars, Math.max(start + text.length(), Math.min(2 * chars.length, MAX_RECORD)));
        }
        if (add(start, start + text.length(), false)) {
            text.getChars(0, text.length(), chars, start);
        }
    }

    /** Adds the cell at these places of the characters; false when the record is too long to bear it. */
    boolean add(int start, int end, boolean inQuotes) {
        full |= size == CellSource.MAX_CELLS || end - start > MAX_RECORD - length;
        if (full) {
            fault = TOO_LONG;
            return false;
        }
        length += end - start;
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
            marks = Arrays.copyOf(marks, 2 * size);
        }
        from[size] = start;
        to[size] = end;
        marks[size] = inQuotes ? QUOTED : 0;
        anyQuoted |= inQuotes;
        size++;
        return true;
    }

    /** The characters of the cells are in {@code buffer} from now on, each {@code shift} places before where it was. */
    void moved(char[] buffer, int shift) {
        chars = buffer;
        if (shift != 0) {
            for (int i = 0; i < size; i++) {
                from[i] -= shift;
                to[i] -= shift;
            }
        }
    }

    void fault(String sentence) {
        fault = sentence;
    }

    public int size() {
        return size;
    }

    public long line() {
        return line;
    }

    /** Why the record cannot be read, if it cannot. */
    Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    char[] chars() {
        return chars;
    }

    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }

    boolean isQuoted(int cell) {
        return marks[cell] == QUOTED;
    }

    boolean isTyped(int cell) {
        return marks[cell] >= TYPED;
    }

    boolean isPresent(int cell) {
        return marks[cell] == PRESENT;
    }

    /** A cell without its quotes. */
    public String text(int cell) {
        return new String(chars, from[cell], to[cell] - from[cell]);
    }

    /** All cells, as a list of its own. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text(i));
        }
        return texts;
    }

    /** The cells that stood in quotes, or are texts as their source knows. */
    Set<Integer> quoted() {
        Set<Integer> quoted = new HashSet<>();
        for (int i = 0; anyQuoted && i < size; i++) {
            if (isQuoted(i)) {
                quoted.add(i);
            }
        }
        return quoted;
    }

    boolean isBlank(int cell) {
        for (int i = from[cell]; i < to[cell]; i++) {
            if (!isSpace(chars[i])) {
                return false;
            }
        }
        return true;
    }

    boolean isBlankFrom(int first) {
        for (int i = first; i < size; i++) {
            if (!isBlank(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing stands in it, as on lines that spreadsheets leave at the end. */
    boolean isBlank() {
        return !anyQuoted && fault == null && isBlankFrom(0);
    }

    boolean isAllQuoted() {
        for (int i = 0; i < size; i++) {
            if (!isQuoted(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the cell is exactly {@code text}. */
    boolean is(int cell, String text) {
        return isAt(from[cell], to[cell], text);
    }

    /** Whether the cell, without the space around it, is exactly {@code text}. */
    boolean isStripped(int cell, String text) {
        int start = from[cell];
        int end = to[cell];
        while (start < end && isSpace(chars[start])) {
            start++;
        }
        while (start < end && isSpace(chars[end - 1])) {
            end--;
        }
        return isAt(start, end, text);
    }

    private boolean isAt(int start, int end, String text) {
        if (end - start != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (chars[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link Character#isWhitespace(char)}, told at once for the usual characters. */
    private static boolean isSpace(char c) {
        return c <= ' '
                ? c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F)
                : c > 0x7F && Character.isWhitespace(c);
    }
}
