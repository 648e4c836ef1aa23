package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.RowType;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the delimiter from what is known: it is the one by which most headings are fields, or, without a header, by
 * which most of the first records have as many cells as the concept has columns. The comma when nothing speaks for any.
 */
final class DelimiterDetector {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int RECORDS = 50;

    /** One field more outweighs any number of cells. */
    private static final long FIELD = CellSource.MAX_CELLS;

    private DelimiterDetector() {}

    static <T> char detect(RowType<T> type, ImportSpec<T> spec, String head) throws IOException {
        if (spec.delimiter().isPresent()) {
            return spec.delimiter().get();
        }
        if (spec.header()) {
            Header<T> header = new Header<>(type, spec.headings());
            return best(head, spec.escape(), 1, cells -> header.recognised(cells.texts()) * FIELD + cells.size());
        }
        int width = Layout.inModelOrder(type).width();
        return best(head, spec.escape(), RECORDS, cells -> {
            boolean isRejects = Headings.areOfRejects(type, spec, cells.texts());
            return isRejects ? RECORDS : cells.size() == width ? 1 : 0;
        });
    }

    private static char best(String head, Optional<Character> escape, int records, ToLongFunction<Cells> score)
            throws IOException {
        char best = CANDIDATES[0];
        long most = -1;
        for (char candidate : CANDIDATES) {
            long total = total(new Tokenizer(new StringReader(head), candidate, escape), records, score);
            if (total > most) {
                best = candidate;
                most = total;
            }
        }
        return best;
    }

    private static long total(CellSource source, int records, ToLongFunction<Cells> score) throws IOException {
        long total = 0;
        try (source) {
            @Nullable Cells cells = source.next();
            for (int i = 0; i < records && cells != null; i++) {
                total += score.applyAsLong(cells);
                cells = source.next();
            }
        }
        return total;
    }
}
