package dev.owlet.runtime.http;

/** Finds the handler of a request. */
public final class Router {
    public Router get(String template, Handler handler) {
        return add("GET", template, handler);
    }

    public Router post(String template, Handler handler) {
        return add("POST", template, handler);
    }

    public Router put(String template, Handler handler) {
        return add("PUT", template, handler);
    }

    public Router patch(String template, Handler handler) {
        return add("PATCH", template, handler);
    }

    public Router delete(String template, Handler handler) {
        return add("DELETE", template, handler);
    }

    /** @param template such as {@code /api/sites/{key}}; a literal segment wins over a variable */
    public Router add(String method, String template, Handler handler) {
        return this;
    }
}
