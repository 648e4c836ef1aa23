package dev.owlet.runtime.http;

/** Answers requests of one route. */
@FunctionalInterface
public interface Handler {
    Response handle(Request request) throws Exception;
}
