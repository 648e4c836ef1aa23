package dev.owlet.runtime.ingest;

import dev.owlet.runtime.row.Violation;
import java.util.List;
import java.util.Set;

/**
 * A row that did not get in.
 *
 * @param index its number among the rows of data, from 0
 * @param line of the file, from 1, on which it starts
 * @param cells the row as it came: its cells; of JSON its text alone
 * @param quoted cells, by number from 0, that are texts whatever they look like, as the file had them in quotes; empty in a
 *     report that was kept
 * @param violations why
 */
public record RefusedRow(long index, long line, List<String> cells, Set<Integer> quoted, List<Violation> violations) {}
