package dev.owlet.runtime.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.row.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was sent.
 *
 * @param row null when there are violations
 * @param values what could be read of a row with violations; null when not even a row was sent
 */
record Draft<T>(@Nullable T row, @Nullable Values values, List<Violation> violations) {
    static <T> Draft<T> of(ReadRow<T> row) {
        if (row instanceof ReadRow.Accepted<T> accepted) {
            return new Draft<>(accepted.row(), null, List.of());
        }
        ReadRow.Rejected<T> rejected = (ReadRow.Rejected<T>) row;
        return new Draft<>(null, rejected.values().orElse(null), rejected.violations());
    }

    static <T> Draft<T> read(RowType<T> type, JsonNode node, ValueType.Mode mode) {
        Violations violations = new Violations();
        Values values = type.parse(node, mode, violations);
        T row = values == null ? null : type.create(values, violations);
        return new Draft<>(row, values, violations.list());
    }
}
