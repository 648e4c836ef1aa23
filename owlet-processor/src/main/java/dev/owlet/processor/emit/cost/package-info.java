/** The cost estimate as a page. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.emit.cost;
