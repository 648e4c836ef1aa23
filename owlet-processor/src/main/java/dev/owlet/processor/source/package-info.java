/** Text, positions and problems of the model file. Depends on nothing else of the processor. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.source;
