/** The Maven goals {@code owlet:*}: thin, over the compiler. Nothing else of the processor depends on Maven. */
@org.jspecify.annotations.NullMarked
package dev.owlet.maven;
