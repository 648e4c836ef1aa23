package dev.owlet.runtime.upload;

import dev.owlet.runtime.format.FileSource;

/**
 * Rows that did not get in, as a file.
 *
 * @param filename under which to keep it; letters, digits, dots, hyphens and underscores
 */
public record Rejects(String filename, FileSource file) {}
