package dev.owlet.runtime.csv;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Cells in which a character takes the meaning away from the next, as database dumps have them: {@code \"}, {@code \,}
 * and an escaped end of line are themselves, {@code \\} is one backslash; after a backslash {@code n}, {@code r} and
 * {@code t} are control characters. Any other pair stays as it is, so {@code \N} can stand for an absent value. Doubled
 * quotes are understood too.
 */
final class EscapedSource implements CellSource {
    private static final int END = -1;

    private final PushbackReader reader;
    private final char delimiter;
    private final char escape;
    private final CellsBuilder cells = new CellsBuilder();
    private final StringBuilder cell = new StringBuilder();
    private long line = 1;
    private boolean quoted;

    EscapedSource(Reader reader, char delimiter, char escape) {
        this.reader = new PushbackReader(reader);
        this.delimiter = delimiter;
        this.escape = escape;
    }

    @Override
    public @Nullable Cells next() throws IOException {
        int c = read();
        while (c == '\n' || c == '\r') {
            c = read();
        }
        if (c == END) {
            return null;
        }
        reader.unread(c);
        cells.begin(line);
        record();
        return cells.build();
    }

    private void record() throws IOException {
        boolean more = true;
        while (more) {
            cell.setLength(0);
            quoted = false;
            int end = cell();
            cells.add(cell.toString(), quoted);
            more = end == delimiter;
        }
    }

    /** Reads up to and with the delimiter, the end of the line or the end of the file, which it returns. */
    private int cell() throws IOException {
        boolean inQuotes = false;
        while (true) {
            int c = read();
            if (c == END) {
                if (inQuotes) {
                    cells.fault("has a quotation mark that is not closed");
                }
                return c;
            }
            if (c == escape) {
                escaped(read());
            } else if (inQuotes) {
                inQuotes = c != '"' || !closes();
                if (inQuotes) {
                    append(c);
                }
            } else if (c == delimiter || isEndOfLine(c)) {
                return c;
            } else if (c == '"' && cell.isEmpty() && !quoted) {
                inQuotes = true;
                quoted = true;
            } else {
                append(c);
            }
        }
    }

    /** Whether the quote just read closes the cell; a second one is taken with it. */
    private boolean closes() throws IOException {
        int next = reader.read();
        if (next == '"') {
            return false;
        }
        if (next != END) {
            reader.unread(next);
        }
        return true;
    }

    private void escaped(int c) throws IOException {
        if (c == END) {
            append(escape);
        } else if (c == delimiter || c == '"' || c == escape || c == '\n' || c == '\r') {
            append(c);
        } else if (escape == '\\' && (c == 'n' || c == 'r' || c == 't')) {
            append(c == 'n' ? '\n' : c == 'r' ? '\r' : '\t');
        } else {
            append(escape);
            append(c);
        }
    }

    private void append(int c) {
        if (cell.length() == MAX_CELL) {
            throw new CsvException(
                    "A cell is longer than " + MAX_CELL + " characters; a quotation mark may not be closed");
        }
        cell.append((char) c);
    }

    /** Whether {@code c} ends a line; takes the second half of CR LF with it. */
    private boolean isEndOfLine(int c) throws IOException {
        if (c == '\r') {
            int next = read();
            if (next != '\n' && next != END) {
                reader.unread(next);
            }
        }
        return c == '\n' || c == '\r';
    }

    private int read() throws IOException {
        int c = reader.read();
        if (c == '\n') {
            line++;
        }
        return c;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
