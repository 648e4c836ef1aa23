package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.CellsReader;
import dev.owlet.runtime.csv.ReadRow;
import java.util.List;
import java.util.Set;

/** Rows of cells, with what is known of them. */
record TableRows<T>(CellsReader<T> rows, FormatReport report) implements RowReader<T> {
    @Override
    public List<String> cells() {
        return rows.cells();
    }

    @Override
    public Set<Integer> quoted() {
        return rows.quoted();
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public ReadRow<T> next() {
        return rows.next();
    }

    @Override
    public void close() {
        rows.close();
    }
}
