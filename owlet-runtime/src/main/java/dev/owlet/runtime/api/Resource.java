package dev.owlet.runtime.api;

import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.table.Table;

/**
 * The routes of one concept, over its table. Thread-safe.
 *
 * @param <T> the record
 */
public final class Resource<T> {
    private final Table<T> table;

    public Resource(Table<T> table) {
        this.table = table;
    }

    public Response list(Request request) {
        throw unready();
    }

    public Response create(Request request) {
        throw unready();
    }

    public Response batch(Request request) {
        throw unready();
    }

    public Response summary(Request request) {
        throw unready();
    }

    public Response history(Request request) {
        throw unready();
    }

    public Response export(Request request) {
        throw unready();
    }

    public Response get(Request request) {
        throw unready();
    }

    public Response put(Request request) {
        throw unready();
    }

    public Response patch(Request request) {
        throw unready();
    }

    public Response delete(Request request) {
        throw unready();
    }

    private ProblemException unready() {
        return new ProblemException(503, "The table of " + table.spec().name() + " cannot be asked yet.");
    }
}
