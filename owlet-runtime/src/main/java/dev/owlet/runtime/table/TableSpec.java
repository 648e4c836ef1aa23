package dev.owlet.runtime.table;

import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All that the runtime knows of a concept beyond its row type. Generated code builds one a table. Immutable.
 *
 * @param <T> the record
 */
public final class TableSpec<T> {
    private final RowType<T> type;
    private final String folder;
    private final String path;
    private final List<Column<T, ?>> key;
    private final Optional<Column<T, ?>> label;
    private final Optional<Column<T, UUID>> generated;
    private final List<Column<T, ?>> search;
    private final List<List<Column<T, ?>>> unique;
    private final Map<Column<T, ?>, String> references;
    private final Map<String, Set<Operation>> access;
    private final Optional<Partition<T>> partition;
    private final ImportSpec<T> imports;

    private TableSpec(Builder<T> b) {
        type = b.type;
        folder = b.folder;
        path = b.path;
        key = List.copyOf(b.key);
        label = Optional.ofNullable(b.label);
        generated = Optional.ofNullable(b.generated);
        search = List.copyOf(b.search);
        unique = List.copyOf(b.unique);
        references = Collections.unmodifiableMap(new LinkedHashMap<>(b.references));
        access = Collections.unmodifiableMap(new LinkedHashMap<>(b.access));
        partition = Optional.ofNullable(b.partition);
        imports = new ImportSpec<>(b.delimiter, b.header, b.escape, b.encoding, b.missing, b.headings, b.formats);
    }

    /**
     * Starts a specification.
     *
     * @param folder where the table lies below {@code delta/}, such as {@code field/sighting}
     * @param path where the API offers it below {@code /api/}, such as {@code field/sightings}
     */
    public static <T> Builder<T> of(RowType<T> type, String folder, String path) {
        return new Builder<>(type, folder, path);
    }

    public RowType<T> type() {
        return type;
    }

    /** The concept's name, such as {@code Sighting}. */
    public String name() {
        return type.name();
    }

    public String folder() {
        return folder;
    }

    public String path() {
        return path;
    }

    /** The key's columns, at least one. */
    public List<Column<T, ?>> key() {
        return key;
    }

    /** What stands for a row where it is referred to; the key when empty. */
    public Optional<Column<T, ?>> label() {
        return label;
    }

    /** The column that takes a new UUID (version 7) when a row comes without one. */
    public Optional<Column<T, UUID>> generated() {
        return generated;
    }

    /** Columns that {@code q=} searches. */
    public List<Column<T, ?>> search() {
        return search;
    }

    /** Sets of columns whose values together occur once; rows with an absent value among them are exempt. */
    public List<List<Column<T, ?>>> unique() {
        return unique;
    }

    /** Columns (single values or lists) that hold keys of another concept, by that concept's name. */
    public Map<Column<T, ?>, String> references() {
        return references;
    }

    /** What each group may do; a group that is absent may do nothing. */
    public Map<String, Set<Operation>> access() {
        return access;
    }

    /** How rows are divided into folders when the table is made; not at all when empty. */
    public Optional<Partition<T>> partition() {
        return partition;
    }

    /** How files of this concept are read. */
    public ImportSpec<T> imports() {
        return imports;
    }

    /** Collects a {@link TableSpec}; see there for the meaning of each part. */
    public static final class Builder<T> {
        private final RowType<T> type;
        private final String folder;
        private final String path;
        private final List<Column<T, ?>> key = new ArrayList<>();
        private @org.jspecify.annotations.Nullable Column<T, ?> label;
        private @org.jspecify.annotations.Nullable Column<T, UUID> generated;
        private final List<Column<T, ?>> search = new ArrayList<>();
        private final List<List<Column<T, ?>>> unique = new ArrayList<>();
        private final Map<Column<T, ?>, String> references = new LinkedHashMap<>();
        private final Map<String, Set<Operation>> access = new LinkedHashMap<>();
        private @org.jspecify.annotations.Nullable Partition<T> partition;
        private Optional<Character> delimiter = Optional.empty();
        private boolean header = true;
        private Optional<Character> escape = Optional.empty();
        private Optional<String> encoding = Optional.empty();
        private List<String> missing = List.of("");
        private final Map<Column<T, ?>, String> headings = new LinkedHashMap<>();
        private final Map<String, String> formats = new LinkedHashMap<>();

        private Builder(RowType<T> type, String folder, String path) {
            this.type = type;
            this.folder = folder;
            this.path = path;
        }

        @SafeVarargs
        public final Builder<T> key(Column<T, ?>... columns) {
            for (Column<T, ?> column : columns) {
                key.add(column);
            }
            return this;
        }

        public Builder<T> label(Column<T, ?> column) {
            label = column;
            return this;
        }

        public Builder<T> generated(Column<T, UUID> column) {
            generated = column;
            return this;
        }

        @SafeVarargs
        public final Builder<T> search(Column<T, ?>... columns) {
            for (Column<T, ?> column : columns) {
                search.add(column);
            }
            return this;
        }

        /** May be called several times, once a set. */
        @SafeVarargs
        public final Builder<T> unique(Column<T, ?>... columns) {
            List<Column<T, ?>> set = new ArrayList<>();
            for (Column<T, ?> column : columns) {
                set.add(column);
            }
            unique.add(List.copyOf(set));
            return this;
        }

        public Builder<T> reference(Column<T, ?> column, String concept) {
            references.put(column, concept);
            return this;
        }

        public Builder<T> access(String group, Operation... operations) {
            Set<Operation> all = EnumSet.noneOf(Operation.class);
            all.addAll(List.of(operations));
            access.put(group, Collections.unmodifiableSet(all));
            return this;
        }

        public Builder<T> partition(Column<T, ?> source, Partition.Unit unit) {
            partition = new Partition<>(source, unit);
            return this;
        }

        public Builder<T> delimiter(char character) {
            delimiter = Optional.of(character);
            return this;
        }

        public Builder<T> noHeader() {
            header = false;
            return this;
        }

        public Builder<T> escape(char character) {
            escape = Optional.of(character);
            return this;
        }

        public Builder<T> encoding(String charset) {
            encoding = Optional.of(charset);
            return this;
        }

        public Builder<T> missing(String... cells) {
            missing = List.of(cells);
            return this;
        }

        public Builder<T> heading(Column<T, ?> column, String heading) {
            headings.put(column, heading);
            return this;
        }

        /**
         * How cells of a column or of a type are written in files.
         *
         * @param subject a column's name or a type's name
         */
        public Builder<T> format(String subject, String pattern) {
            formats.put(subject, pattern);
            return this;
        }

        public TableSpec<T> build() {
            if (key.isEmpty()) {
                throw new IllegalStateException(type.name() + " has no key");
            }
            return new TableSpec<>(this);
        }
    }
}
