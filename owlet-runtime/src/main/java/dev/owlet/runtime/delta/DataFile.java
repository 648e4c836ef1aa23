package dev.owlet.runtime.delta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Parquet file of a table. Immutable; two are equal when their paths are.
 */
public final class DataFile {
    private final String path;
    private final Map<String, @Nullable String> partition;
    private final long size;
    private final long modified;
    private final Optional<String> statsJson;
    private volatile @Nullable FileStats stats;

    /**
     * @param path as in the log: relative to the table, percent-encoded (RFC 2396, as the protocol asks)
     * @param partition values of the partition columns by name, as the log writes them (protocol, section "Partition
     *     Value Serialization"); null and the empty text, which is the same there, for null
     * @param size bytes
     * @param modified milliseconds since 1970
     * @param statsJson per-file statistics, as in the log
     */
    public DataFile(
            String path,
            Map<String, @Nullable String> partition,
            long size,
            long modified,
            Optional<String> statsJson) {
        this.path = path;
        this.partition = withoutEmpty(partition);
        this.size = size;
        this.modified = modified;
        this.statsJson = statsJson;
    }

    private static Map<String, @Nullable String> withoutEmpty(Map<String, @Nullable String> values) {
        if (values.isEmpty()) {
            return Map.of();
        }
        Map<String, @Nullable String> partition = new LinkedHashMap<>();
        values.forEach((name, value) -> partition.put(name, value == null || value.isEmpty() ? null : value));
        return Collections.unmodifiableMap(partition);
    }

    public String path() {
        return path;
    }

    /** Values of the partition columns by name, as in the log; null for null. */
    public Map<String, @Nullable String> partition() {
        return partition;
    }

    public long size() {
        return size;
    }

    public long modified() {
        return modified;
    }

    public Optional<String> statsJson() {
        return statsJson;
    }

    /** The statistics, parsed once; unknown ones when there are none or they cannot be understood. */
    public FileStats stats() {
        FileStats parsed = stats;
        if (parsed == null) {
            parsed = FileStats.of(statsJson, partition);
            stats = parsed;
        }
        return parsed;
    }

    /**
     * The key of the file below the table's folder: the path without percent-encoding.
     *
     * @throws UnsupportedTableException when the path is none, or leads out of the table
     */
    String decodedPath() throws UnsupportedTableException {
        return LogPath.key(path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataFile file && file.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
