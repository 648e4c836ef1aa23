package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of other tables that this one refers to, or that refer to it: as they are when first asked for. */
final class References {
    private final Tables tables;
    private final String user;
    private final Map<String, TableView<?>> views = new HashMap<>();
    private final Map<String, Map<Object, Boolean>> answers = new HashMap<>();

    /** @param user on whose behalf the tables are read: may have to end what another writer left unfinished */
    References(Tables tables, String user) {
        this.tables = tables;
        this.user = user;
    }

    /** What a reference holds: nothing, one key, or the keys of a list. */
    static List<?> values(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** Whether another concept has a row with this key. */
    boolean exists(String concept, Object key) {
        return answers.computeIfAbsent(concept, name -> new HashMap<>())
                .computeIfAbsent(key, k -> view(concept).find(List.of(k)).isPresent());
    }

    /** The concept, other than this one, that has a row which refers to this key; null when there is none. */
    @Nullable
    String referrer(String concept, Object key) {
        for (Table<?> table : tables.all()) {
            if (!table.spec().name().equals(concept) && refers(table, concept, key)) {
                return table.spec().name();
            }
        }
        return null;
    }

    private static <T> boolean refers(Table<T> table, String concept, Object key) {
        List<Column<T, ?>> columns = columns(table.spec(), concept);
        if (columns.isEmpty()) {
            return false;
        }
        SnapshotView<T> view = table.snapshot();
        return columns.stream()
                .anyMatch(column -> view.holding(column, key).findAny().isPresent());
    }

    /** The columns that refer to a concept. */
    static <T> List<Column<T, ?>> columns(TableSpec<T> spec, String concept) {
        List<Column<T, ?>> columns = new ArrayList<>();
        spec.references().forEach((column, target) -> {
            if (target.equals(concept)) {
                columns.add(column);
            }
        });
        return columns;
    }

    private TableView<?> view(String concept) {
        return views.computeIfAbsent(
                concept,
                name -> tables.table(name)
                        .orElseThrow(() -> new IllegalStateException("there is no table of " + name))
                        .settled(user));
    }
}
