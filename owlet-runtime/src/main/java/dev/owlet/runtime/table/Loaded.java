package dev.owlet.runtime.table;

/**
 * What a load did.
 *
 * @param version the table's version that holds its rows; the current one when none got in
 * @param receipt what the commit says of itself: a JSON object, as it was given
 * @param replayed whether the upload had been done before, and nothing was done now
 */
public record Loaded(long version, String receipt, boolean replayed) {}
