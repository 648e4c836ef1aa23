/** The compiler of models: text in, problems and files out. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor;
