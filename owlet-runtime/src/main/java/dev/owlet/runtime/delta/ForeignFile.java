package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file that any program wrote, as JSON values, one row group in memory at a time. Throws
 * {@link IOException} when the file is broken, or holds what Parquet readers do not agree on. Not thread-safe.
 */
public final class ForeignFile implements Closeable {
    /** Largest row group, in bytes unpacked, as all of it is in memory at a time. */
    private static final long MAX_GROUP = 1L << 28;

    private final MessageType schema;
    private final RowScan<@Nullable Object[]> rows;

    private ForeignFile(MessageType schema, RowScan<@Nullable Object[]> rows) {
        this.schema = schema;
        this.rows = rows;
    }

    /**
     * Reads the end of a file, which says what is in it.
     *
     * @param length of the file, in bytes
     */
    public static ForeignFile open(String name, long length, RangedBytes bytes) throws IOException {
        StoredBytes stored = StoredBytes.of(name, length, bytes);
        return guarded(() -> {
            Footer footer = Footer.read(stored);
            requireSmall(footer);
            OpenFile file = new OpenFile(stored, footer);
            return new ForeignFile(file.schema(), file.all(new StoredRows()));
        });
    }

    private static void requireSmall(Footer footer) throws IOException {
        for (var group : footer.metadata().getBlocks()) {
            if (group.getTotalByteSize() > MAX_GROUP || group.getTotalByteSize() < 0) {
                throw new IOException(
                        "it has a row group of more than " + (MAX_GROUP >> 20) + " MB; write it with smaller ones");
            }
        }
    }

    private interface Reading<R> {
        R read() throws IOException;
    }

    /**
     * Parquet-java throws whatever comes when a file is broken, and makes room for as much as a broken file says it has: one
     * list too large to be made, which leaves the memory as it was.
     */
    private static <R> R guarded(Reading<R> reading) throws IOException {
        try {
            return reading.read();
        } catch (RuntimeException e) {
            throw new IOException("it is not a Parquet file that can be read: " + e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new IOException(
                    "it is broken, or asks for more memory than there is; write it with smaller row groups", e);
        }
    }

    /** Names of the columns, in order of the file. */
    public List<String> columns() {
        return schema.getFields().stream().map(Type::getName).toList();
    }

    /** Whether a column holds texts: its values may be anything, and stand for themselves. */
    public boolean isText(int column) {
        Type type = schema.getType(column);
        if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
            return false;
        }
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                && !(logical instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation);
    }

    /** The values of the next row, one a column, null where there is none; null after the last row. */
    public @Nullable List<@Nullable JsonNode> next() throws IOException {
        return guarded(() -> {
            @Nullable Object[] row = rows.next();
            if (row == null) {
                return null;
            }
            List<@Nullable JsonNode> values = new ArrayList<>(row.length);
            for (int i = 0; i < row.length; i++) {
                values.add(ForeignValues.json(schema.getType(i), row[i]));
            }
            return values;
        });
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
