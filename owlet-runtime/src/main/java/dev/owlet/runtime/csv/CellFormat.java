package dev.owlet.runtime.csv;

import java.util.Optional;

/**
 * How the values of one column stand in a file: text to text, between the file's way of writing and the one that
 * {@link dev.owlet.runtime.row.ValueType#parse} reads.
 */
interface CellFormat {
    /** Cells as the type itself reads and writes them. */
    CellFormat PLAIN = new CellFormat() {
        @Override
        public Optional<String> read(String cell) {
            return Optional.of(cell);
        }

        @Override
        public String write(String canonical) {
            return canonical;
        }

        @Override
        public String expectation() {
            return "";
        }
    };

    /** The canonical text of a cell; empty when the cell is not written this way. */
    Optional<String> read(String cell);

    /**
     * The canonical text of a value whose type its file knows, but not what this format adds to it, a time zone; empty when
     * there is no such value.
     */
    default Optional<String> typed(String text) {
        return Optional.of(text);
    }

    /** A cell that {@link #read} takes back as {@code canonical}. */
    String write(String canonical);

    /** What a cell must be, for people. */
    String expectation();
}
