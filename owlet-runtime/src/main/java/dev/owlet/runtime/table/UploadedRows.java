package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an upload brought, as they are in a version, and those that they took the place of.
 *
 * @param there the files that have rows of the upload, and which
 * @param before the files that the upload's commit took out of the table, and the rows there that it replaced
 * @param keys of the rows that it created
 */
record UploadedRows(Map<DataFile, BitSet> there, Map<DataFile, BitSet> before, PrintSet keys) {
    private static final String UPLOAD = "_upload";

    static <T> UploadedRows find(TableStore<T> table, Snapshot snapshot, String upload, List<DataFile> removed)
            throws IOException {
        PrintSet all = new PrintSet();
        Map<DataFile, BitSet> there = new LinkedHashMap<>();
        for (DataFile file : snapshot.files()) {
            BitSet rows = mayHave(table, file, upload) ? uploaded(table, file, upload, all) : new BitSet();
            if (!rows.isEmpty()) {
                there.put(file, rows);
            }
        }
        PrintSet replaced = new PrintSet();
        Map<DataFile, BitSet> before = new LinkedHashMap<>();
        for (DataFile file : removed) {
            BitSet rows = replaced(table, file, all, replaced);
            if (!rows.isEmpty()) {
                before.put(file, rows);
            }
        }
        return new UploadedRows(there, before, all.without(replaced));
    }

    @SuppressWarnings("unchecked") // the column of this name holds text
    private static <T> boolean mayHave(TableStore<T> table, DataFile file, String upload) {
        Column<Stored<T>, String> column =
                (Column<Stored<T>, String>) table.type().column(UPLOAD).orElseThrow();
        return file.stats().mayContain(column, upload);
    }

    private static <T> BitSet uploaded(TableStore<T> table, DataFile file, String upload, PrintSet keys)
            throws IOException {
        List<Column<?, ?>> columns = new ArrayList<>(table.spec().key());
        columns.add(table.type().column(UPLOAD).orElseThrow());
        Fingerprint print = new Fingerprint();
        BitSet found = new BitSet();
        int[] position = {0};
        try (Stream<@Nullable Object[]> rows = table.files().keys(file, columns)) {
            rows.forEachOrdered(row -> {
                if (Objects.equals(row[row.length - 1], upload)) {
                    found.set(position[0]);
                    print.of(row, 0, row.length - 1);
                    keys.add(print);
                }
                position[0]++;
            });
        }
        return found;
    }

    private static <T> BitSet replaced(TableStore<T> table, DataFile file, PrintSet keys, PrintSet replaced)
            throws IOException {
        Fingerprint print = new Fingerprint();
        BitSet found = new BitSet();
        int[] position = {0};
        try (Stream<@Nullable Object[]> rows =
                table.files().keys(file, table.spec().key())) {
            rows.forEachOrdered(row -> {
                if (print.of(row, 0, row.length) && keys.has(print)) {
                    found.set(position[0]);
                    replaced.add(print);
                }
                position[0]++;
            });
        }
        return found;
    }

    /** How many rows of the upload there are. */
    long count() {
        return count(there);
    }

    long created() {
        return keys.size();
    }

    long replaced() {
        return count(before);
    }

    private static long count(Map<DataFile, BitSet> rows) {
        return rows.values().stream().mapToLong(BitSet::cardinality).sum();
    }
}
