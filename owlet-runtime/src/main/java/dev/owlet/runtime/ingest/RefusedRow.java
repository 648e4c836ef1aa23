package dev.owlet.runtime.ingest;

import dev.owlet.runtime.row.Violation;
import java.util.List;

/**
 * A row that did not get in.
 *
 * @param index its number among the rows of data, from 0
 * @param line of the file, from 1, on which it starts
 * @param cells the row as it came: its cells; of JSON its text alone
 * @param violations why
 */
public record RefusedRow(long index, long line, List<String> cells, List<Violation> violations) {}
