/** Stand-in for snappy-java, whose jar of native libraries weighs 2.3 MB; see {@link org.xerial.snappy.Snappy}. */
@org.jspecify.annotations.NullMarked
package org.xerial.snappy;
