package dev.owlet.runtime.csv;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * One record of a file.
 *
 * @param line of the file, from 1, on which it starts
 * @param texts without quotes
 * @param quoted which were in quotes
 * @param fault why the record cannot be read, if it cannot
 */
record Cells(long line, List<String> texts, BitSet quoted, Optional<String> fault) {
    int size() {
        return texts.size();
    }

    /** Whether nothing stands in it, as on lines that spreadsheets leave at the end. */
    boolean isBlank() {
        return quoted.isEmpty() && fault.isEmpty() && texts.stream().allMatch(String::isBlank);
    }

    boolean isAllQuoted() {
        return quoted.cardinality() == texts.size();
    }
}
