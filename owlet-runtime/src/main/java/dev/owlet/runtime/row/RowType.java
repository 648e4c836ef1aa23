package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a record type is taken apart into columns and put together again, without reflection. Immutable.
 *
 * @param <T> the record
 */
public final class RowType<T> {
    private final String name;
    private final List<Column<T, ?>> columns;
    private final Map<String, Column<T, ?>> byName = new LinkedHashMap<>();
    private final Consumer<Values> defaults;
    private final BiConsumer<Values, Violations> checks;
    private final Function<Values, T> factory;
    private volatile @Nullable Values restored;

    /**
     * @param defaults fills the slots of absent values that have a default
     * @param checks adds every violation of the model's constraints
     * @param factory makes the record; called only with values that passed {@code checks}, or came from storage
     */
    public RowType(
            String name,
            List<Column<T, ?>> columns,
            Consumer<Values> defaults,
            BiConsumer<Values, Violations> checks,
            Function<Values, T> factory) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.defaults = defaults;
        this.checks = checks;
        this.factory = factory;
        for (int i = 0; i < columns.size(); i++) {
            Column<T, ?> column = columns.get(i);
            place(column, i);
            if (byName.put(column.name(), column) != null) {
                throw new IllegalArgumentException(name + " has two columns named " + column.name());
            }
        }
    }

    public String name() {
        return name;
    }

    /** All columns in model order, the computed ones too. */
    public List<Column<T, ?>> columns() {
        return columns;
    }

    public Optional<Column<T, ?>> column(String columnName) {
        return Optional.ofNullable(byName.get(columnName));
    }

    /** A column by name, or a column within a shape by dotted name ({@code position.lat}). */
    public Optional<Column<T, ?>> path(String dotted) {
        int dot = dotted.indexOf('.');
        if (dot < 0) {
            return column(dotted);
        }
        String rest = dotted.substring(dot + 1);
        return column(dotted.substring(0, dot)).flatMap(outer -> within(outer, rest));
    }

    private static <T, V> Optional<Column<T, ?>> within(Column<T, V> outer, String dotted) {
        if (!(outer.type() instanceof StructType<V> struct)) {
            return Optional.empty();
        }
        return struct.type().path(dotted).map(outer::nested);
    }

    /** A blank row to fill; see {@link #create} and {@link #restore}. */
    public Values values() {
        return new Values(name, columns.size());
    }

    /** The record of {@code values} after defaults and checks; null, and violations added, when any check fails. */
    public @Nullable T create(Values values, Violations violations) {
        defaults.accept(values);
        checks.accept(values, violations);
        return violations.isEmpty() ? Checks.without(() -> factory.apply(values)) : null;
    }

    /**
     * The record of values read from storage, unchecked: see {@link Checks}. Columns that became required since the row
     * was written take their defaults.
     */
    public T restore(Values values) {
        values.stored();
        defaults.accept(values);
        return Checks.without(() -> factory.apply(values));
    }

    private <V> void place(Column<T, V> column, int index) {
        column.index(index, () -> restoredBlank().get(column));
    }

    /** What a stored row without any value is filled with. Made when first asked for: defaults may need other classes. */
    private Values restoredBlank() {
        Values blank = restored;
        if (blank == null) {
            blank = values();
            blank.stored();
            defaults.accept(blank);
            restored = blank;
        }
        return blank;
    }

    /** Every violation of a record, as its constructor would report them. */
    public void check(T row, Violations violations) {
        checks.accept(values(row), violations);
    }

    /**
     * A record from a JSON object. Faults of type come first, those of constraints after them, each in model order.
     * Names that start with {@code _} (system columns), contain {@code $} (titles of references) or are computed are
     * passed over, so that what was read can be sent back. An import knows a column by its earlier names too.
     *
     * @return null when {@code violations} is not empty
     */
    public @Nullable T read(JsonNode node, ValueType.Mode mode, Violations violations) {
        Values values = parse(node, mode, violations);
        return values == null ? null : create(values, violations);
    }

    /**
     * The first half of {@link #read}: the values that have their types; the others are absent, and violations. What
     * could be read of a faulty row can so be looked at further.
     *
     * @return null, and a violation added, when {@code node} is not an object
     */
    public @Nullable Values parse(JsonNode node, ValueType.Mode mode, Violations violations) {
        if (!(node instanceof ObjectNode object)) {
            violations.add("", "type", "must be an object");
            return null;
        }
        Values values = values();
        int known = 0;
        for (Column<T, ?> column : columns) {
            String given = nameIn(object, column, mode);
            JsonNode value = object.get(given);
            if (value != null) {
                known++;
                if (!column.isComputed() && !value.isNull()) {
                    readInto(column, value, mode, violations, values);
                }
            }
        }
        if (known < object.size()) {
            unknown(object, mode, violations);
        }
        return values;
    }

    private static String nameIn(ObjectNode object, Column<?, ?> column, ValueType.Mode mode) {
        if (mode == ValueType.Mode.IMPORT && !object.has(column.name())) {
            return column.was().stream().filter(object::has).findFirst().orElse(column.name());
        }
        return column.name();
    }

    private void unknown(ObjectNode object, ValueType.Mode mode, Violations violations) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String given = names.next();
            boolean known = byName.containsKey(given) || (mode == ValueType.Mode.IMPORT && isFormer(given));
            if (!known && !given.startsWith("_") && given.indexOf('$') < 0) {
                String message = "is not a field of " + name + Suggestions.of(given, byName.keySet());
                violations.add(Pointers.child("", given), "unknown", message);
            }
        }
    }

    private boolean isFormer(String given) {
        return columns.stream().anyMatch(column -> column.was().contains(given));
    }

    /** The values of a record, to change and {@link #build} anew. */
    public Values values(T row) {
        Values values = values();
        for (Column<T, ?> column : columns) {
            copy(column, row, values);
        }
        return values;
    }

    /**
     * The record of {@code values} after defaults; {@code values} stay as they are.
     *
     * @throws ViolationException with every violation
     */
    public T build(Values values) {
        Values own = values();
        for (Column<T, ?> column : columns) {
            copy(column, values, own);
        }
        Violations violations = new Violations();
        return orThrow(create(own, violations), violations);
    }

    /**
     * A record from the text of a JSON object, read as strictly as the API reads.
     *
     * @throws ViolationException with every violation; text that is not JSON is one
     */
    public T fromJson(String json) {
        Violations violations = new Violations();
        return orThrow(read(Json.tree(json), ValueType.Mode.STRICT, violations), violations);
    }

    /** The text of a JSON object that {@link #fromJson} reads back as an equal record. */
    public String toJson(T row) {
        return Json.format(ValueType.struct(this), row);
    }

    private static <T> T orThrow(@Nullable T row, Violations violations) {
        violations.throwIfAny();
        if (row == null) {
            throw new IllegalStateException("no row and no violation");
        }
        return row;
    }

    /** Writes the record as a JSON object; absent values are left out. */
    public void write(T row, JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeFields(row, out);
        out.writeEndObject();
    }

    /** Like {@link #write}, without the braces. */
    public void writeFields(T row, JsonGenerator out) throws IOException {
        for (Column<T, ?> column : columns) {
            writeField(column, row, out);
        }
    }

    /** Sets one slot; the value must be of the column's type. */
    public <V> void set(Values values, Column<T, V> column, @Nullable V value) {
        values.set(column, value);
    }

    private static <T, V> void copy(Column<T, V> column, T row, Values values) {
        values.set(column, column.get(row));
    }

    private static <V> void copy(Column<?, V> column, Values from, Values to) {
        to.set(column, from.get(column));
    }

    private static <T, V> void readInto(
            Column<T, V> column, JsonNode node, ValueType.Mode mode, Violations violations, Values values) {
        values.set(column, column.type().read(node, mode, Pointers.child("", column.name()), violations));
    }

    private static <T, V> void writeField(Column<T, V> column, T row, JsonGenerator out) throws IOException {
        V value = column.get(row);
        if (value != null) {
            out.writeFieldName(column.name());
            column.type().write(value, out);
        }
    }
}
