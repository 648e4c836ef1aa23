/** A project as one application: configuration, all routes, the Lambda entry point. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.app;
