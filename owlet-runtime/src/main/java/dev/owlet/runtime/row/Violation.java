package dev.owlet.runtime.row;

/**
 * One fault in a row.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901) into the row, such as {@code /position/lat}; empty for the row
 * @param code stable word for programs: {@code required type min max minLength maxLength minItems maxItems pattern
 *     format enum precision scale rule unique reference duplicate unknown}
 * @param message a sentence for people
 */
public record Violation(String pointer, String code, String message) {}
