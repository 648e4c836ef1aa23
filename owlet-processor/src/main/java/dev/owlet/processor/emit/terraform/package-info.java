/** Terraform modules as canonical JSON. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.emit.terraform;
