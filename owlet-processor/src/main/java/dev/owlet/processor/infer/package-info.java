/** Drafts a concept from a file of data. Depends on nothing else of the processor. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.infer;
