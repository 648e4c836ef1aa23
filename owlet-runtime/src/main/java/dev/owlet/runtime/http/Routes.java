package dev.owlet.runtime.http;

/** A source of routes. Hand-written ones are marked with {@link dev.owlet.AddRoutes}. */
@FunctionalInterface
public interface Routes {
    void addTo(Router router);
}
