package dev.owlet.runtime.api;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.row.Violations;
import dev.owlet.runtime.table.Refusals;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What else the table would refuse about rows that already have faults, so that a person is told everything at once. The
 * word of {@link Table#write} is what counts; this looks at the rows that never get there. One scan of each table that
 * matters, however many rows there are.
 */
final class Inspection<T> {
    private final Table<T> table;
    private final List<Draft<T>> drafts;
    private final List<Violations> found = new ArrayList<>();

    private Inspection(Table<T> table, List<Draft<T>> drafts) {
        this.table = table;
        this.drafts = drafts;
        for (Draft<T> draft : drafts) {
            Violations violations = new Violations();
            violations.addAll("", draft.violations());
            found.add(violations);
        }
    }

    /**
     * All violations of each draft, its own first.
     *
     * @param inserting whether a row with the same key is in the way
     */
    static <T> List<List<Violation>> of(Table<T> table, List<Draft<T>> drafts, boolean inserting) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Inspection<T> inspection = new Inspection<>(table, drafts);
        inspection.checkTaken(inserting);
        table.spec().references().forEach(inspection::checkReferences);
        return inspection.found.stream().map(Violations::list).toList();
    }

    private void checkTaken(boolean inserting) {
        TableSpec<T> spec = table.spec();
        List<Taken> sets = new ArrayList<>();
        if (inserting) {
            sets.add(new Taken(spec.key(), true));
        }
        spec.unique().forEach(columns -> sets.add(new Taken(columns, false)));
        sets.removeIf(set -> set.wanted.isEmpty());
        if (sets.isEmpty()) {
            return;
        }
        Filter<T> any = new Filter.Where<>(row -> sets.stream().anyMatch(set -> set.has(row)));
        try (Stream<Stored<T>> rows = table.view().rows(any)) {
            rows.forEach(row -> sets.forEach(set -> set.report(row.row())));
        }
    }

    private void checkReferences(Column<T, ?> column, String concept) {
        table.tables().table(concept).ifPresent(other -> checkReferences(column, concept, other));
    }

    private <S> void checkReferences(Column<T, ?> column, String concept, Table<S> other) {
        Set<Object> missing = new HashSet<>();
        drafts.forEach(draft -> missing.addAll(elements(value(draft, column))));
        if (missing.isEmpty()) {
            return;
        }
        Column<S, ?> key = other.spec().key().get(0);
        try (Stream<Stored<S>> rows = other.view().rows(new Filter.Where<>(row -> missing.contains(key.get(row))))) {
            rows.map(row -> key.get(row.row())).toList().forEach(missing::remove);
        }
        for (int i = 0; i < drafts.size(); i++) {
            report(column, concept, value(drafts.get(i), column), missing, found.get(i));
        }
    }

    private static void report(
            Column<?, ?> column, String concept, @Nullable Object value, Set<Object> missing, Violations violations) {
        List<?> keys = elements(value);
        for (int i = 0; i < keys.size(); i++) {
            if (missing.contains(keys.get(i))) {
                Refusals.reference(column, value instanceof List ? i : -1, concept, keys.get(i), violations);
            }
        }
    }

    private static <T> @Nullable Object value(Draft<T> draft, Column<T, ?> column) {
        Values values = draft.values();
        return values == null ? null : values.get(column);
    }

    private static List<?> elements(@Nullable Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }

    private @Nullable List<Object> values(Draft<T> draft, List<Column<T, ?>> columns) {
        List<Object> all = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            Object value = value(draft, column);
            if (value == null) {
                return null;
            }
            all.add(value);
        }
        return all;
    }

    /** Values that must occur once, and the drafts that bring them. */
    private final class Taken {
        private final List<Column<T, ?>> columns;
        private final boolean duplicate;
        private final Map<List<Object>, List<Integer>> wanted = new HashMap<>();

        Taken(List<Column<T, ?>> columns, boolean duplicate) {
            this.columns = columns;
            this.duplicate = duplicate;
            for (int i = 0; i < drafts.size(); i++) {
                List<Object> values = values(drafts.get(i), columns);
                if (values != null) {
                    wanted.computeIfAbsent(values, v -> new ArrayList<>()).add(i);
                }
            }
        }

        boolean has(T row) {
            return wanted.containsKey(valuesOf(row));
        }

        /** A row with the draft's own key is the one that it takes the place of, not another one. */
        void report(T row) {
            List<Object> key = valuesOf(row, table.spec().key());
            for (int i : wanted.getOrDefault(valuesOf(row), List.of())) {
                Draft<T> draft = drafts.get(i);
                if (duplicate) {
                    Refusals.duplicate(table.spec(), column -> value(draft, column), found.get(i));
                } else if (!key.equals(values(draft, table.spec().key()))) {
                    Refusals.unique(table.spec(), columns, column -> value(draft, column), found.get(i));
                }
            }
        }

        private List<Object> valuesOf(T row) {
            return valuesOf(row, columns);
        }

        private List<Object> valuesOf(T row, List<Column<T, ?>> of) {
            List<Object> values = new ArrayList<>();
            for (Column<T, ?> column : of) {
                Object value = column.get(row);
                values.add(value == null ? "" : value);
            }
            return values;
        }
    }
}
