package dev.owlet.runtime.upload;

/**
 * A part that a client says it sent.
 *
 * @param number from 1
 * @param etag the header that the PUT was answered with; empty when the client could not read it
 */
public record SentPart(int number, String etag) {}
