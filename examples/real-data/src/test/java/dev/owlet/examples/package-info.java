/** Built examples as separate processes, filled with real data over HTTP. */
@org.jspecify.annotations.NullMarked
package dev.owlet.examples;
