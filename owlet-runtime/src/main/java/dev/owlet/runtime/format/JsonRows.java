package dev.owlet.runtime.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.JsonObjects;
import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.csv.UnreadableFileException;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violations;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON list of objects, or one within an object: {@code {"items": […]}}, or under the name of the concept. */
final class JsonRows<T> implements RowReader<T> {
    private static final long MAX_ROW = 1 << 24;
    private static final List<String> USUAL = List.of("items", "rows", "records", "data");

    /** More follows each object of a list. */
    private static final ObjectReader ROW =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final RowType<T> type;
    private final JsonObjects<T> objects;
    private final Opening opening;
    private final GuardedStream bytes;
    private final JsonParser parser;
    private final Optional<String> list;
    private @Nullable JsonNode node;
    private boolean ahead;
    private boolean more;
    private long line;
    private long index;

    private JsonRows(RowType<T> type, ImportSpec<T> spec, Opening opening, GuardedStream bytes) throws IOException {
        this.type = type;
        this.opening = opening;
        this.bytes = bytes;
        objects = new JsonObjects<>(type, spec);
        parser = Json.MAPPER.getFactory().createParser(bytes);
        list = start();
    }

    static <T> JsonRows<T> open(RowType<T> type, ImportSpec<T> spec, Opening opening, InputStream bytes)
            throws IOException {
        GuardedStream guarded =
                new GuardedStream(bytes, MAX_ROW, "A row of the JSON file is longer than " + MAX_ROW + " bytes.");
        try {
            return new JsonRows<>(type, spec, opening, guarded);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (CharConversionException e) {
            throw unreadable(e);
        }
    }

    /** Goes to the beginning of the list; its name if it has one. */
    private Optional<String> start() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            return Optional.empty();
        }
        while (first == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && isOurs(name)) {
                return Optional.of(name);
            }
            skip();
        }
        throw new UnreadableFileException("The JSON file has no list of rows: it must be a list of objects, "
                + "or an object with such a list under items or " + type.name() + ".");
    }

    /** Goes past a value, however large it is. */
    private void skip() throws IOException {
        int depth = 0;
        JsonToken token = parser.currentToken();
        while (token != null) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            bytes.progress();
            if (depth == 0) {
                return;
            }
            token = parser.nextToken();
        }
    }

    private boolean isOurs(String name) {
        return name.equalsIgnoreCase(type.name()) || name.equalsIgnoreCase(type.name() + 's') || USUAL.contains(name);
    }

    @Override
    public FormatReport report() {
        return new FormatReport(
                FileFormat.JSON,
                opening.wrapped(),
                list.or(opening::part),
                Optional.of("UTF-8"),
                Optional.empty(),
                List.of(),
                objects.mapped(),
                List.copyOf(objects.unmapped()),
                opening.assuming(list.map(name -> "The rows are those of the list \"" + name + "\".")));
    }

    @Override
    public List<String> cells() {
        return List.of(String.valueOf(node));
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public boolean hasNext() {
        if (!ahead) {
            more = advance();
            ahead = true;
        }
        return more;
    }

    private boolean advance() {
        try {
            bytes.progress();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                requireEnd();
                return false;
            }
            line = parser.currentTokenLocation().getLineNr();
            node = ROW.readTree(parser);
            return node != null;
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (CharConversionException e) {
            throw unreadable(e);
        } catch (NumberFormatException e) {
            throw new UnreadableFileException("A number in line " + line + " is out of range.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands behind the list may be rows too, and must not be lost without a word. */
    private void requireEnd() throws IOException {
        if (list.isEmpty()) {
            bytes.progress();
            if (parser.nextToken() != null) {
                throw new UnreadableFileException("More follows the list of rows, in line "
                        + parser.currentTokenLocation().getLineNr() + ". Put all rows into one list.");
            }
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (parser.nextToken() == JsonToken.START_ARRAY && isOurs(parser.currentName())) {
                throw new UnreadableFileException("The JSON file has two lists of rows, " + list.get() + " and "
                        + parser.currentName() + ". Upload one at a time.");
            }
            skip();
        }
        bytes.progress();
        if (parser.nextToken() != null) {
            throw new UnreadableFileException("More follows the object with the list of rows, in line "
                    + parser.currentTokenLocation().getLineNr() + ". Put all rows into one list.");
        }
    }

    @Override
    public ReadRow<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ahead = false;
        long number = index++;
        Violations violations = new Violations();
        Values values = objects.read(node(), violations);
        T row = values == null ? null : type.create(values, violations);
        return row != null
                ? new ReadRow.Accepted<>(number, row)
                : new ReadRow.Rejected<>(number, line, cells(), Optional.ofNullable(values), violations.list());
    }

    private JsonNode node() {
        JsonNode read = node;
        if (read == null) {
            throw new IllegalStateException("there is no row");
        }
        return read;
    }

    private static UnreadableFileException unreadable(JsonProcessingException e) {
        return new UnreadableFileException("The file is not valid JSON" + Json.place(e) + ".", e);
    }

    private static UnreadableFileException unreadable(CharConversionException e) {
        return new UnreadableFileException("The JSON file is no text in UTF-8. Save it as UTF-8.", e);
    }

    @Override
    public void close() {
        try {
            parser.close();
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
