/** Requests, responses and routing, apart from any server. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.http;
