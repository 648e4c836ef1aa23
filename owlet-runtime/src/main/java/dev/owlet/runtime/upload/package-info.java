/** Files handed in: announced, sent to the inbox, taken into a table, reported, undone. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.upload;
