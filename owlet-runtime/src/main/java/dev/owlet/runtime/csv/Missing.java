package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.ValueType.Kind;
import java.util.Collection;

/**
 * Which cells stand for an absent value: blank ones and the concept's tokens, but never a quoted text, as in PostgreSQL's
 * COPY. So {@code NA} may be missing and {@code "NA"} Namibia, and an empty text is {@code ""}. A file that quotes its whole
 * header quotes for no reason; there quotes mean nothing.
 */
final class Missing {
    private final String[] tokens;

    Missing(Collection<String> tokens) {
        this.tokens = tokens.stream().map(String::strip).distinct().toArray(String[]::new);
    }

    /**
     * Whether a cell stands for an absent value.
     *
     * @param quotesMean in this file quotes tell a text from an absent value
     */
    boolean isMissing(Cells cells, int cell, boolean quotesMean, Kind kind) {
        if (quotesMean && cells.isQuoted(cell)) {
            return kind != Kind.TEXT && cells.isBlank(cell);
        }
        if (cells.isPresent(cell)) {
            return false;
        }
        if (cells.isBlank(cell)) {
            return true;
        }
        for (String token : tokens) {
            if (cells.isStripped(cell, token)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cell with this text must be in quotes, not to be taken for an absent value. */
    boolean isToken(String cell) {
        if (cell.isBlank()) {
            return true;
        }
        String stripped = cell.strip();
        for (String token : tokens) {
            if (token.equals(stripped)) {
                return true;
            }
        }
        return false;
    }
}
