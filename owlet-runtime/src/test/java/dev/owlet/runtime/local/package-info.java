/** The local twin. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.local;
