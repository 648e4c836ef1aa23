/** One file into one table: every good row in one commit, every bad one back with its reason. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.ingest;
