package dev.owlet.runtime.store;

/**
 * A part of an object to be.
 *
 * @param number from 1
 * @param size bytes
 * @param etag names its bytes
 */
public record StoredPart(int number, long size, String etag) {}
