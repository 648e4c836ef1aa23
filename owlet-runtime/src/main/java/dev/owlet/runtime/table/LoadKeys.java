package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Values;
import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Columns whose values occur once, the key among them, in the rows of one load. Not thread-safe. */
final class LoadKeys<T> implements Closeable {
    private final List<Column<T, ?>> columns;
    private final PrintLog log = new PrintLog();
    private final Fingerprint print = new Fingerprint();
    /** Rows whose values the table has. */
    private final BitSet taken = new BitSet();

    private @Nullable PrintIndex index;
    private @Nullable Groups groups;

    LoadKeys(List<Column<T, ?>> columns) throws IOException {
        this.columns = columns;
    }

    List<Column<T, ?>> columns() {
        return columns;
    }

    PrintLog log() {
        return log;
    }

    BitSet taken() {
        return taken;
    }

    void add(T row) throws IOException {
        if (print.of(columns, row)) {
            log.add(print);
        } else {
            log.addNone();
        }
    }

    /** The values of a row that is no record. */
    void add(Values row) throws IOException {
        @Nullable Object[] values = columns.stream().map(row::get).toArray();
        if (print.of(values, 0, values.length)) {
            log.add(print);
        } else {
            log.addNone();
        }
    }

    void addNone() throws IOException {
        log.addNone();
    }

    PrintIndex index() {
        PrintIndex made = index;
        if (made == null) {
            made = new PrintIndex(log);
            index = made;
        }
        return made;
    }

    /** Rows of the load that have the same values. */
    Groups groups() {
        Groups made = groups;
        if (made == null) {
            made = index().groups();
            groups = made;
        }
        return made;
    }

    /** Finds the rows of the load whose values a file of the table has. */
    void look(TableStore<T> table, DataFile file) throws IOException {
        try (Stream<@Nullable Object[]> keys = table.files().keys(file, columns)) {
            keys.forEachOrdered(key -> {
                if (print.of(key, 0, key.length)) {
                    index().each(print, taken::set);
                }
            });
        }
    }

    /** Finds the rows whose values a row of the table has that is another by {@code identity}. */
    void look(TableStore<T> table, DataFile file, LoadKeys<T> identity) throws IOException {
        Fingerprint owner = new Fingerprint();
        int own = columns.size();
        List<Column<T, ?>> both =
                Stream.concat(columns.stream(), identity.columns.stream()).toList();
        try (Stream<@Nullable Object[]> keys = table.files().keys(file, both)) {
            keys.forEachOrdered(key -> {
                if (print.of(key, 0, own)) {
                    boolean known = owner.of(key, own, key.length);
                    index().each(print, row -> {
                        if (!known || identity.log.high(row) != owner.high() || identity.log.low(row) != owner.low()) {
                            taken.set(row);
                        }
                    });
                }
            });
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
