package dev.owlet.runtime.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.Json;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of a file's values (protocol, section "Per-file Statistics"): enough to tell that a row cannot be in
 * it. In doubt every answer is "may be". Thread-safe.
 */
public final class FileStats {
    private final JsonNode root;
    private final PartitionValues partition;
    private final Map<Column<?, ?>, ValueRange<?>> ranges = new ConcurrentHashMap<>();

    private FileStats(JsonNode root, PartitionValues partition) {
        this.root = root;
        this.partition = partition;
    }

    static FileStats of(Optional<String> json, Map<String, @Nullable String> partition) {
        return new FileStats(
                json.map(FileStats::parse).orElse(MissingNode.getInstance()), new PartitionValues(partition));
    }

    private static JsonNode parse(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // statistics are hints; the file itself decides
        }
    }

    /** Number of rows, when the committer said. */
    public OptionalLong rows() {
        JsonNode rows = root.path("numRecords");
        return rows.canConvertToLong() ? OptionalLong.of(rows.longValue()) : OptionalLong.empty();
    }

    /** False only when no row has this value in this column. */
    public <T, V> boolean mayContain(Column<T, V> column, V value) {
        return range(column).mayContain(value);
    }

    /** False only when no row of the file passes. */
    public <T> boolean mayPass(Filter<T> filter) {
        if (filter instanceof Filter.Compare<T, ?> compare) {
            return mayPass(compare);
        }
        if (filter instanceof Filter.In<T, ?> in) {
            return mayPass(in);
        }
        if (filter instanceof Filter.IsNull<T> isNull) {
            ValueRange<?> range = range(isNull.column());
            return isNull.negated() ? range.mayBeThere() : range.mayBeNull();
        }
        if (filter instanceof Filter.All<T> all) {
            return all.filters().stream().allMatch(this::mayPass);
        }
        if (filter instanceof Filter.Any<T> any) {
            return any.filters().stream().anyMatch(this::mayPass);
        }
        return true;
    }

    private <T, V> boolean mayPass(Filter.Compare<T, V> compare) {
        ValueRange<V> range = range(compare.column());
        return switch (compare.op()) {
            case EQ -> range.mayContain(compare.value());
            case LT, LTE -> range.mayReachDown(compare.value());
            case GT, GTE -> range.mayReachUp(compare.value());
            case NE -> true;
        };
    }

    private <T, V> boolean mayPass(Filter.In<T, V> in) {
        ValueRange<V> range = range(in.column());
        return in.values().stream().anyMatch(range::mayContain);
    }

    @SuppressWarnings("unchecked") // a column's range is made from that column's type
    private <V> ValueRange<V> range(Column<?, V> column) {
        return (ValueRange<V>) ranges.computeIfAbsent(column, c -> ValueRange.of(column, root, partition));
    }
}
