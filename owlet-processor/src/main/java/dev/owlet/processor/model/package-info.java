/** What a model means: linked, checked, immutable. Depends on {@code source} alone. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.model;
