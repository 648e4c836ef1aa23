/** Typed rows: columns, types, JSON and text, checks. Depends on nothing else of Owlet. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.row;
