/** Java sources: enums, shapes, records, tables, handlers and the project class. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.emit.java;
