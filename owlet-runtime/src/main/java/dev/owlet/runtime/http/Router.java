package dev.owlet.runtime.http;

import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the handler of a request. Routes ask for a signed-in user unless added by {@link #open}. Templates are matched
 * on raw, still percent-encoded segments: a key that reads like a literal segment is reached by encoding one of its
 * characters ({@code %73ummary}). Routes are added before the first request; from then on it is thread-safe.
 */
public final class Router {
    /** Largest request body in bytes. Lambda takes 6 MB in all; the rest is for the event around the body. */
    public static final int MAX_BODY = 5 * 1024 * 1024;

    private final RouteTree tree = new RouteTree();
    private final Authenticator authenticator;

    /** A router that takes {@link Request#user} as it comes. */
    public Router() {
        this(request -> null);
    }

    /** @param authenticator asked for requests that come without a user */
    public Router(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

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

    /**
     * @param template such as {@code /api/sites/{key}}; a literal segment wins over a variable
     * @throws IllegalStateException when the route is there already
     */
    public Router add(String method, String template, Handler handler) {
        tree.add(method, template, false, handler);
        return this;
    }

    /** A route for everybody, signed in or not. */
    public Router open(String method, String template, Handler handler) {
        tree.add(method, template, true, handler);
        return this;
    }

    /** Whether there is a route at a raw path, whatever its method. */
    public boolean has(String path) {
        return tree.find(path) != null;
    }

    /**
     * The answer to a request; problems come as problem documents.
     *
     * @throws Exception whatever a handler throws beyond {@link ProblemException}
     */
    public Response handle(Request request) throws Exception {
        Response response;
        try {
            response = answer(request);
        } catch (ProblemException problem) {
            response = Problems.of(problem);
        }
        return finish(response, request.method().equals("HEAD"));
    }

    private Response answer(Request request) throws Exception {
        if (request.body().length > MAX_BODY) {
            return Problems.of(413, "The body is larger than 5 MB. Send it in parts, or as an upload.");
        }
        RouteTree.Match match = tree.find(request.path());
        if (match == null) {
            return Problems.of(404, "There is nothing at this address.");
        }
        Route route = route(match.methods(), request.method());
        if (route == null) {
            return otherMethod(match.methods(), request.method());
        }
        Request known =
                route.open() || request.user() != null ? request : request.with(authenticator.authenticate(request));
        if (known.user() == null && !route.open()) {
            return Problems.unauthorized();
        }
        return route.handler().handle(known.with(route.params(match.raw())));
    }

    private static @Nullable Route route(Map<String, Route> methods, String method) {
        return methods.get(method.equals("HEAD") && !methods.containsKey("HEAD") ? "GET" : method);
    }

    private static Response otherMethod(Map<String, Route> methods, String method) {
        TreeSet<String> allowed = new TreeSet<>(methods.keySet());
        allowed.add("OPTIONS");
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        String allow = String.join(", ", allowed);
        return method.equals("OPTIONS")
                ? Response.empty(204).header("allow", allow)
                : Problems.of(405, "This address takes " + allow + " only.").header("allow", allow);
    }

    /** Answers are JSON about people's data: never sniffed as a page, and kept by no cache unless a handler says so. */
    private static Response finish(Response response, boolean head) {
        Response safe = response.header("x-content-type-options", "nosniff");
        if (!safe.headers().containsKey("cache-control")) {
            safe = safe.header("cache-control", "no-store");
        }
        return head ? new Response(safe.status(), safe.headers(), new byte[0]) : safe;
    }
}
