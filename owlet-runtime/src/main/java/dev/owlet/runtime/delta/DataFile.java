package dev.owlet.runtime.delta;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Parquet file of a table. Immutable; two are equal when their paths are.
 */
public final class DataFile {
    private final String path;
    private final Map<String, String> partition;
    private final long size;
    private final long modified;
    private final Optional<String> statsJson;
    private volatile @Nullable FileStats stats;

    /**
     * @param path as in the log: relative to the table, percent-encoded (RFC 2396, as the protocol asks)
     * @param partition values of partition columns; none for tables made here
     * @param size bytes
     * @param modified milliseconds since 1970
     * @param statsJson per-file statistics, as in the log
     */
    public DataFile(String path, Map<String, String> partition, long size, long modified, Optional<String> statsJson) {
        this.path = path;
        this.partition = partition;
        this.size = size;
        this.modified = modified;
        this.statsJson = statsJson;
    }

    public String path() {
        return path;
    }

    public Map<String, String> partition() {
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
            parsed = statsJson.map(FileStats::parse).orElse(FileStats.UNKNOWN);
            stats = parsed;
        }
        return parsed;
    }

    /** The path without percent-encoding. A plus stays a plus, unlike in forms. */
    String decodedPath() {
        if (path.indexOf('%') < 0) {
            return path;
        }
        byte[] encoded = path.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[encoded.length];
        int length = 0;
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%' && i + 2 < encoded.length) {
                decoded[length++] = (byte) Integer.parseInt(path(encoded, i + 1), 16);
                i += 2;
            } else {
                decoded[length++] = encoded[i];
            }
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    private static String path(byte[] bytes, int from) {
        return new String(bytes, from, 2, StandardCharsets.US_ASCII);
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
