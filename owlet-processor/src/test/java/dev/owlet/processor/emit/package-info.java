/** Tests of the emitters, and models for them. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.emit;
