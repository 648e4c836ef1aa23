/** Tests of the package. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.format;
