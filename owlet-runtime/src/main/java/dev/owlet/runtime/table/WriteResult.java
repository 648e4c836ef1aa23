package dev.owlet.runtime.table;

import java.util.List;

/**
 * What a write did.
 *
 * @param version the table's version that holds the accepted changes; the current one when none was accepted
 * @param outcomes one a change, in order
 * @param replayed whether the write was a repetition (same idempotency key) and did nothing anew
 */
public record WriteResult<T>(long version, List<Outcome<T>> outcomes, boolean replayed) {}
