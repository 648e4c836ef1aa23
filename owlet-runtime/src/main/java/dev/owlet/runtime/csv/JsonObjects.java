package dev.owlet.runtime.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.ValueType.Kind;
import dev.owlet.runtime.row.ValueType.Mode;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violations;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of a concept of JSON objects, as an import: their names are found as headings of a table are, names that
 * are no field's are passed over, texts are as the API writes them or in the concept's formats, and a text that stands for
 * an absent value is none where no text is wanted and it is no value. Not thread-safe.
 *
 * @param <T> the record
 */
public final class JsonObjects<T> {
    /** Names of objects that are data themselves ({"2026-01": 1}) would be reported without end. */
    private static final int MAX_NAMES = 10_000;

    private final RowType<T> type;
    private final Header<T> header;
    private final Missing missing;
    private final CellFormats formats;
    private final Map<String, Optional<Column<T, ?>>> columns = new HashMap<>();
    private final Map<String, String> mapped = new LinkedHashMap<>();
    private final Set<String> unmapped = new LinkedHashSet<>();

    public JsonObjects(RowType<T> type, ImportSpec<T> spec) {
        this.type = type;
        header = new Header<>(type, spec.headings());
        missing = new Missing(spec.missing());
        formats = new CellFormats(spec.formats());
    }

    /** The field of each name that has one, by name, as far as objects were read. */
    public Map<String, String> mapped() {
        return Collections.unmodifiableMap(mapped);
    }

    /** Names that are no field's, as far as objects were read. */
    public Set<String> unmapped() {
        return Collections.unmodifiableSet(unmapped);
    }

    /** The values of an object; null, and a violation added, when it is none. Those that are faulty are absent. */
    public @Nullable Values read(JsonNode node, Violations violations) {
        if (!(node instanceof ObjectNode object)) {
            violations.add("", "type", "must be an object");
            return null;
        }
        if (object.has(Headings.TEXT) && object.has(Headings.ERROR)) {
            violations.add("", "type", "holds the text of a row that was no object: put the object in its place");
            return null;
        }
        ObjectNode named = object.objectNode();
        object.properties()
                .forEach(field -> column(field.getKey())
                        .filter(column ->
                                !named.has(column.name()) || column.name().equals(field.getKey()))
                        .ifPresent(column -> named.set(column.name(), value(column, field.getValue(), violations))));
        return type.parse(named, Mode.IMPORT, violations);
    }

    private Optional<Column<T, ?>> column(String name) {
        Optional<Column<T, ?>> known = columns.get(name);
        return known != null ? known : find(name);
    }

    private Optional<Column<T, ?>> find(String name) {
        Optional<Column<T, ?>> column = Optional.ofNullable(header.path(name)).flatMap(type::column);
        if (columns.size() < MAX_NAMES) {
            columns.put(name, column);
            column.ifPresent(found -> mapped.put(name, found.name()));
            if (column.isEmpty() && !header.isOurs(name)) {
                unmapped.add(name);
            }
        }
        return column;
    }

    private @Nullable JsonNode value(Column<T, ?> column, JsonNode node, Violations violations) {
        Kind kind = column.type().kind();
        if (!node.isTextual() || kind == Kind.TEXT || kind == Kind.JSON) {
            return node;
        }
        String text = node.textValue();
        CellFormat format = formats.of(column.name(), kind);
        boolean isToken = missing.isToken(text);
        if ((isToken || format != CellFormat.PLAIN) && isCanonical(column.type(), text)) {
            return node;
        }
        if (isToken) {
            return null;
        }
        Optional<String> canonical = format.read(text);
        if (canonical.isEmpty()) {
            violations.add("/" + column.name(), "type", format.expectation());
            return null;
        }
        return canonical.get().equals(text) ? node : TextNode.valueOf(canonical.get());
    }

    /** Whether a text is what an export has, in which decimals are texts, and a value may be spelled like a token. */
    private static <V> boolean isCanonical(ValueType<V> type, String text) {
        Violations violations = new Violations();
        V value = type.parse(text, "", violations);
        return value != null && violations.isEmpty() && type.format(value).equals(text);
    }
}
