/** Who signs in. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.auth;
