/** Files as people have them, as rows: what they are is found out, what was assumed is said. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.format;
