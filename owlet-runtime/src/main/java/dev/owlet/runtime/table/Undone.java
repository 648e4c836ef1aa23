package dev.owlet.runtime.table;

/**
 * What undoing an upload did.
 *
 * @param version the table's version without the upload
 * @param removed rows that it had created, and that are gone
 * @param restored rows that it had replaced, and that are back
 */
public record Undone(long version, long removed, long restored) {}
