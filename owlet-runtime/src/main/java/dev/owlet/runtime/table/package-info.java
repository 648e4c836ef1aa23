/** Typed tables over the Delta log: reading, changing, invariants. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.table;
