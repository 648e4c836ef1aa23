/** The local twin: the same application on one machine, with its own sign-in, without a cloud account. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.local;
