/** The HTTP routes of a concept: rows in and out of its table. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.api;
