package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.ValueType.Kind;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which cells stand for an absent value: blank ones and the concept's tokens, but never a quoted text, as in PostgreSQL's
 * COPY. So {@code NA} may be missing and {@code "NA"} Namibia, and an empty text is {@code ""}. A file that quotes its whole
 * header quotes for no reason; there quotes mean nothing.
 */
final class Missing {
    private final Set<String> tokens;

    Missing(Collection<String> tokens) {
        this.tokens = tokens.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a cell stands for an absent value.
     *
     * @param literal the cell is in quotes, and in this file that means something
     */
    boolean isMissing(String cell, boolean literal, Kind kind) {
        if (literal) {
            return kind != Kind.TEXT && cell.isBlank();
        }
        return isToken(cell);
    }

    /** Whether a cell with this text must be in quotes, not to be taken for an absent value. */
    boolean isToken(String cell) {
        return cell.isBlank() || tokens.contains(cell.strip());
    }
}
