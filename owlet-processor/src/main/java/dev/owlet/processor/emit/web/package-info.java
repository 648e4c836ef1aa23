/** {@code model.json}: what the web app draws its forms, tables, imports and insights from. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.emit.web;
