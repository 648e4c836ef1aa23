package dev.owlet.runtime.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cells of delimited text in the manner of RFC 4180: quotes within quotes are doubled, text after a closing quote belongs
 * to its cell, and may have quotes again, empty lines are passed over. An escape character, as database dumps have it, goes and
 * lets what follows be itself, an end of line too; after a backslash {@code n}, {@code r} and {@code t} are control
 * characters, and {@code \N} stays a pair, to stand for an absent value (PostgreSQL, COPY; MySQL, LOAD DATA).
 *
 * <p>A record is taken apart where it lies in the buffer; only cells with doubled quotes or escapes are moved together.
 */
final class Tokenizer implements CellSource {
    private static final int BUFFER = 1 << 16;
    private static final int NONE = -1;
    private static final String UNCLOSED = "has a quotation mark that is not closed";

    private final Reader reader;
    private final char delimiter;
    private final int escape;
    private final Cells cells = new Cells();
    private char[] buffer = new char[BUFFER];
    private int position;
    private int limit;
    private int recordStart;
    private int cellStart;
    /** Where the next character of a cell goes that is moved together. */
    private int out;
    /** Where a record became too long: the cells before are kept, those behind it are not. */
    private int kept = NONE;

    private long line = 1;
    private boolean afterReturn;

    Tokenizer(Reader reader, char delimiter, Optional<Character> escape) {
        this.reader = reader;
        this.delimiter = delimiter;
        this.escape = escape.isPresent() ? escape.get() : NONE;
    }

    @Override
    public @Nullable Cells next() throws IOException {
        kept = NONE;
        cells.begin(line);
        recordStart = position;
        cellStart = position;
        while (has() && isEndOfLine(buffer[position])) {
            position++;
            recordStart = position;
            cellStart = position;
        }
        if (position == limit) {
            return null;
        }
        afterReturn = false;
        cells.begin(line);
        cells.moved(buffer, 0);
        boolean more = true;
        while (more) {
            more = cell();
        }
        return cells;
    }

    /** Reads a cell and what ends it; whether that is a delimiter. */
    private boolean cell() throws IOException {
        cellStart = position;
        if (has() && buffer[position] == '"') {
            return quoted();
        }
        do {
            char[] chars = buffer;
            int end = limit;
            for (int i = position; i < end; i++) {
                char c = chars[i];
                if (c == delimiter || c == '\n' || c == '\r') {
                    position = i;
                    return finish(cellStart, i, false);
                }
                if (c == escape) {
                    position = i;
                    out = i;
                    return gather(false, false);
                }
            }
            position = end;
        } while (has());
        return finish(cellStart, limit, false);
    }

    /** Reads a cell that begins with a quote. Most have no other but the closing one. */
    private boolean quoted() throws IOException {
        position++;
        do {
            char[] chars = buffer;
            int end = limit;
            for (int i = position; i < end; i++) {
                char c = chars[i];
                if (c == '"' || c == escape) {
                    position = i;
                    return endOfQuoted();
                }
                if (c == '\r' || (c == '\n' && chars[i - 1] != '\r')) {
                    line++;
                }
            }
            position = end;
        } while (has());
        finish(cellStart + 1, limit, true);
        cells.fault(UNCLOSED);
        return false;
    }

    private boolean endOfQuoted() throws IOException {
        if (buffer[position] == '"') {
            position++;
            if (!has() || isEnd(buffer[position])) {
                return finish(cellStart + 1, position - 1, true);
            }
            position--;
        }
        out = position;
        cellStart++;
        return gather(true, true);
    }

    /** Reads the rest of a cell, whose characters from {@code out} on are moved together. */
    private boolean gather(boolean wasQuoted, boolean begunInQuotes) throws IOException {
        boolean inQuotes = begunInQuotes;
        while (has()) {
            char c = buffer[position];
            if (c == escape) {
                position++;
                escaped();
            } else if (inQuotes && c == '"') {
                position++;
                inQuotes = has() && buffer[position] == '"';
                if (inQuotes) {
                    append('"');
                    position++;
                }
            } else if (!inQuotes && isEnd(c)) {
                return finish(cellStart, out, wasQuoted);
            } else if (!inQuotes && wasQuoted && c == '"') {
                append(c);
                position++;
                inQuotes = true;
            } else {
                if (c == '\r' || (c == '\n' && buffer[position - 1] != '\r')) {
                    line++;
                }
                append(c);
                position++;
            }
        }
        finish(cellStart, out, wasQuoted);
        if (inQuotes) {
            cells.fault(UNCLOSED);
        }
        return false;
    }

    private void escaped() throws IOException {
        if (!has()) {
            append((char) escape);
            return;
        }
        char c = buffer[position++];
        if (c == '\n' || c == '\r') {
            line++;
            append(c);
        } else if (escape == '\\' && (c == 'n' || c == 'r' || c == 't')) {
            append(c == 'n' ? '\n' : c == 'r' ? '\r' : '\t');
        } else {
            if (escape == '\\' && c == 'N') {
                append((char) escape);
            }
            append(c);
        }
    }

    private void append(char c) {
        buffer[out++] = c;
    }

    private boolean isEnd(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }

    /** Adds the cell, and goes past what ended it; whether that was a delimiter. */
    private boolean finish(int start, int end, boolean inQuotes) {
        if (end - start > MAX_CELL) {
            throw tooLong();
        }
        if (!cells.add(start, end, inQuotes) && kept == NONE) {
            kept = start;
        }
        if (position == limit) {
            return false;
        }
        char c = buffer[position++];
        return c == delimiter || !isEndOfLine(c);
    }

    /** Whether {@code c}, outside of cells, belongs to an end of line; counts the lines, of which CR LF is one. */
    private boolean isEndOfLine(char c) {
        boolean end = c == '\r' || c == '\n';
        if (c == '\r' || (c == '\n' && !afterReturn)) {
            line++;
        }
        afterReturn = c == '\r';
        return end;
    }

    /** Whether there is a character to read; brings more where there is none. */
    private boolean has() throws IOException {
        return position < limit || fill();
    }

    private boolean fill() throws IOException {
        if (limit == buffer.length) {
            makeRoom();
        }
        int count = reader.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            return false;
        }
        limit += count;
        return true;
    }

    private void makeRoom() {
        if (position - cellStart > MAX_CELL) {
            throw tooLong();
        }
        int source = kept == NONE ? recordStart : cellStart;
        int target = kept == NONE ? 0 : kept;
        int shift = source - target;
        char[] room = limit - shift > buffer.length / 2 ? Arrays.copyOf(buffer, 2 * buffer.length) : buffer;
        System.arraycopy(buffer, source, room, target, limit - source);
        buffer = room;
        position -= shift;
        limit -= shift;
        cellStart -= shift;
        out -= shift;
        if (kept == NONE) {
            recordStart = 0;
            cells.moved(buffer, shift);
        } else {
            cells.moved(buffer, 0);
        }
    }

    private static UnreadableFileException tooLong() {
        return new UnreadableFileException(
                "A cell is longer than " + MAX_CELL + " characters; a quotation mark may not be closed.");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
