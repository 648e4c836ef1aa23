@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.ingest;
