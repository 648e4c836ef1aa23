package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record with its system columns.
 *
 * @param row the record
 * @param version {@code _version}: 1 when created, one more with every change
 * @param createdAt {@code _created_at}, to the microsecond
 * @param createdBy {@code _created_by}: user name
 * @param updatedAt {@code _updated_at}
 * @param updatedBy {@code _updated_by}
 * @param upload {@code _upload}: the upload that brought the row, if one did
 */
public record Stored<T>(
        T row,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Optional<String> upload) {
    /** Names of the system columns, in their order. */
    public static final List<String> SYSTEM =
            List.of("_version", "_created_at", "_created_by", "_updated_at", "_updated_by", "_upload");

    /** Strong entity tag (RFC 9110, section 8.8.3), quotes included; a row deleted and created anew gets another. */
    public String etag() {
        return "\"" + version + "-"
                + Long.toHexString(updatedAt.getEpochSecond() * 1_000_000 + updatedAt.getNano() / 1000) + "\"";
    }

    public <V> @Nullable V get(Column<T, V> column) {
        return column.get(row);
    }
}
