/** Where bytes lie: objects by key below a root, a local folder or a bucket. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.store;
