/** The entity diagram. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.emit.erd;
