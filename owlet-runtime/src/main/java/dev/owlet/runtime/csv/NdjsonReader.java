package dev.owlet.runtime.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType.Mode;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violations;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object a line, in UTF-8, as rows of a concept, one at a time. Values are taken as in any import: numbers
 * and dates may be text. Blank lines are passed over. A line that is no JSON or too long is a violation of that row. Not
 * thread-safe.
 *
 * @param <T> the record
 */
public final class NdjsonReader<T> implements ReadRows<T> {
    /** Longest line, in bytes. */
    static final int MAX_LINE = 1 << 22;

    private final RowType<T> type;
    private final BiFunction<JsonNode, Violations, @Nullable Values> parser;
    private final InputStream bytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;
    private boolean blank;
    private boolean ahead;
    private boolean pending;
    private long lineNumber;
    private long index;

    private NdjsonReader(
            RowType<T> type, BiFunction<JsonNode, Violations, @Nullable Values> parser, InputStream bytes) {
        this.type = type;
        this.parser = parser;
        this.bytes = new BufferedInputStream(bytes);
    }

    /**
     * Starts to read; the reader closes {@code bytes}.
     *
     * @throws UncheckedIOException when {@code bytes} fail; so may the methods of the reader
     */
    public static <T> NdjsonReader<T> open(RowType<T> type, InputStream bytes) {
        return new NdjsonReader<>(type, (node, violations) -> type.parse(node, Mode.IMPORT, violations), bytes);
    }

    /**
     * Starts to read objects whose names need not be those of the model; the reader closes {@code bytes}.
     *
     * @throws UncheckedIOException when {@code bytes} fail; so may the methods of the reader
     */
    public static <T> NdjsonReader<T> open(RowType<T> type, JsonObjects<T> objects, InputStream bytes) {
        return new NdjsonReader<>(type, objects::read, bytes);
    }

    @Override
    public List<String> cells() {
        return List.of(line.toString(StandardCharsets.UTF_8));
    }

    @Override
    public long line() {
        return lineNumber;
    }

    @Override
    public boolean hasNext() {
        if (!ahead) {
            pending = advance();
            ahead = true;
        }
        return pending;
    }

    @Override
    public ReadRow<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ahead = false;
        return row();
    }

    private ReadRow<T> row() {
        long number = index++;
        Violations violations = new Violations();
        Values values = tooLong ? null : values(violations);
        if (tooLong) {
            violations.add("", "type", "must have at most " + MAX_LINE + " bytes");
        }
        T row = values == null ? null : type.create(values, violations);
        return row != null
                ? new ReadRow.Accepted<>(number, row)
                : new ReadRow.Rejected<>(number, lineNumber, cells(), Optional.ofNullable(values), violations.list());
    }

    private @Nullable Values values(Violations violations) {
        try {
            return parser.apply(Json.MAPPER.readTree(line.toByteArray()), violations);
        } catch (JsonProcessingException e) {
            violations.add("", "type", "is not valid JSON" + Json.place(e));
        } catch (IOException e) {
            violations.add("", "type", "is not JSON in UTF-8");
        }
        return null;
    }

    /** Reads the next line that is not blank; false at the end. */
    private boolean advance() {
        try {
            boolean more = readLine();
            while (more && blank) {
                more = readLine();
            }
            return !blank;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads up to the end of the line; false when the file ended before it. What is too long is passed over unkept. */
    private boolean readLine() throws IOException {
        line.reset();
        tooLong = false;
        blank = true;
        lineNumber++;
        int b = lineNumber == 1 ? afterMark() : bytes.read();
        while (b >= 0 && b != '\n') {
            blank &= b <= ' ';
            if (line.size() < MAX_LINE) {
                line.write(b);
            } else {
                tooLong = true;
            }
            b = bytes.read();
        }
        return b >= 0;
    }

    /** The first byte after a byte order mark, if there is one. */
    private int afterMark() throws IOException {
        bytes.mark(3);
        if (bytes.read() != 0xEF || bytes.read() != 0xBB || bytes.read() != 0xBF) {
            bytes.reset();
        }
        return bytes.read();
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
