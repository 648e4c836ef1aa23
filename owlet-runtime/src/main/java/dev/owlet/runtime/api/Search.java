package dev.owlet.runtime.api;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code q=}: every word occurs, without regard to case, in one of the search columns. */
final class Search<T> {
    private final List<Column<T, ?>> columns;

    /** The search columns of the model; without any, the label and the key. */
    Search(TableSpec<T> spec) {
        List<Column<T, ?>> chosen = new ArrayList<>(spec.search());
        if (chosen.isEmpty()) {
            spec.label().ifPresent(chosen::add);
            chosen.addAll(spec.key());
        }
        columns = chosen;
    }

    Condition<T> condition(String text) {
        List<String> words = Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return Condition.of((Stored<T> row) -> words.stream().allMatch(word -> occurs(word, row.row())));
    }

    private boolean occurs(String word, T row) {
        return columns.stream().anyMatch(column -> text(column, row).contains(word));
    }

    private static <T, V> String text(Column<T, V> column, T row) {
        V value = column.get(row);
        return value == null ? "" : column.type().format(value).toLowerCase(Locale.ROOT);
    }
}
