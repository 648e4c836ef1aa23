package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Column;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a table without an upload would be whole: no reference to nothing, nothing twice that may be there once. */
final class UndoChecks<T> {
    private final TableStore<T> table;
    private final TableSpec<T> spec;
    private final Tables tables;
    private final Snapshot latest;
    private final UploadedRows rows;
    private final String user;
    private final Fingerprint print = new Fingerprint();

    UndoChecks(TableStore<T> table, Tables tables, Snapshot latest, UploadedRows rows, String user) {
        this.table = table;
        spec = table.spec();
        this.tables = tables;
        this.latest = latest;
        this.rows = rows;
        this.user = user;
    }

    /** @throws UndoException when it would not */
    void run() throws IOException {
        if (spec.key().size() == 1 && rows.created() > 0) {
            for (TableStore<?> other : tables.referrers(spec.name())) {
                refuseReferrers(other);
            }
            refuseOwnReferrers();
        }
        if (rows.replaced() > 0) {
            for (List<Column<T, ?>> set : spec.unique()) {
                refuseTaken(set);
            }
            for (Map.Entry<Column<T, ?>, String> reference : spec.references().entrySet()) {
                refuseDangling(reference.getKey(), reference.getValue());
            }
        }
    }

    private interface Sink {
        void accept(@Nullable Object[] values);
    }

    private static <S> void each(TableStore<S> of, DataFile file, List<Column<S, ?>> columns, BitSet without, Sink sink)
            throws IOException {
        int[] position = {0};
        try (Stream<@Nullable Object[]> values = of.files().keys(file, columns)) {
            values.forEachOrdered(row -> {
                if (!without.get(position[0]++)) {
                    sink.accept(row);
                }
            });
        }
    }

    private <S> void refuseReferrers(TableStore<S> other) throws IOException {
        for (Column<S, ?> column : References.columns(other.spec(), spec.name())) {
            for (DataFile file : other.log().latest().files()) {
                each(
                        other,
                        file,
                        List.of(column),
                        new BitSet(),
                        row -> refuseReferrer(row[0], other.spec().name()));
            }
        }
    }

    private void refuseOwnReferrers() throws IOException {
        for (Column<T, ?> column : References.columns(spec, spec.name())) {
            for (DataFile file : latest.files()) {
                each(
                        table,
                        file,
                        List.of(column),
                        rows.there().getOrDefault(file, new BitSet()),
                        row -> refuseReferrer(row[0], spec.name()));
            }
        }
    }

    private void refuseReferrer(@Nullable Object value, String concept) {
        for (Object key : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            print.of(key);
            if (rows.keys().has(print)) {
                throw new UndoException("A row of " + concept + " refers to the " + spec.name() + " with the key \""
                        + key + "\", which this upload created.");
            }
        }
    }

    private void refuseTaken(List<Column<T, ?>> set) throws IOException {
        PrintSet back = replaced(set);
        for (DataFile file : latest.files()) {
            BitSet gone = rows.there().getOrDefault(file, new BitSet());
            each(table, file, set, gone, row -> {
                if (print.of(row, 0, row.length) && back.has(print)) {
                    throw new UndoException("Another row took what a replaced row had in "
                            + String.join(", ", set.stream().map(Column::name).toList()) + ", and which occurs once.");
                }
            });
        }
    }

    private PrintSet replaced(List<Column<T, ?>> columns) throws IOException {
        PrintSet found = new PrintSet();
        for (Map.Entry<DataFile, BitSet> file : rows.before().entrySet()) {
            each(table, file.getKey(), columns, new BitSet(), withOnly(file.getValue(), row -> {
                for (Object key : row[0] instanceof List<?> list ? list : List.<Object>of()) {
                    print.of(key);
                    found.add(print);
                }
                if (!(row[0] instanceof List) && print.of(row, 0, row.length)) {
                    found.add(print);
                }
            }));
        }
        return found;
    }

    private static Sink withOnly(BitSet positions, Sink sink) {
        int[] position = {0};
        return row -> {
            if (positions.get(position[0]++)) {
                sink.accept(row);
            }
        };
    }

    private void refuseDangling(Column<T, ?> column, String concept) throws IOException {
        PrintSet wanted = replaced(List.of(column));
        if (wanted.size() == 0) {
            return;
        }
        PrintSet found = new PrintSet();
        if (concept.equals(spec.name())) {
            for (DataFile file : latest.files()) {
                collect(table, file, wanted, found);
            }
            replaced(spec.key()).each(found::add);
            found = found.without(rows.keys());
        } else {
            TableStore<?> target = tables.table(concept)
                    .orElseThrow(() -> new IllegalStateException("there is no table of " + concept))
                    .store();
            for (DataFile file : Claims.settled(target, user).files()) {
                collect(target, file, wanted, found);
            }
        }
        if (wanted.without(found).size() > 0) {
            throw new UndoException("A row that this upload replaced refers by its " + column.name() + " to a "
                    + concept + " that is gone.");
        }
    }

    private <S> void collect(TableStore<S> of, DataFile file, PrintSet wanted, PrintSet found) throws IOException {
        each(of, file, of.spec().key(), new BitSet(), row -> {
            if (print.of(row, 0, row.length) && wanted.has(print)) {
                found.add(print);
            }
        });
    }
}
