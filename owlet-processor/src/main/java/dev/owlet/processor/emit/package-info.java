/** Pure functions from the model to files. Depends on {@code model} alone. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.emit;
