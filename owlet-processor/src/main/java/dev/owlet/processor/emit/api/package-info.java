/** What programs read: the API as OpenAPI 3.1 and every concept as JSON Schema 2020-12. */
@org.jspecify.annotations.NullMarked
package dev.owlet.processor.emit.api;
