/** Reading and writing rows as delimited text (RFC 4180 and what people really have) and as JSON lines. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.csv;
