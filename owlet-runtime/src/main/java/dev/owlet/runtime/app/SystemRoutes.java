package dev.owlet.runtime.app;

import dev.owlet.runtime.http.Handler;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.Router;
import dev.owlet.runtime.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The open routes of every project: whether it runs, and the generated descriptions of it. */
final class SystemRoutes implements Routes {
    private static final String FOLDER = "META-INF/owlet/";

    private final Class<?> owner;
    private final String project;

    /** @param owner the generated project class: its class loader has the descriptions */
    SystemRoutes(Class<?> owner, String project) {
        this.owner = owner;
        this.project = project;
    }

    @Override
    public void addTo(Router router) {
        router.open("GET", "/api/health", request -> Response.json(200, Map.of("status", "ok", "project", project)));
        router.open("GET", "/api/openapi.json", resource("openapi.json"));
        router.open("GET", "/api/model.json", resource("model.json"));
    }

    private Handler resource(String name) {
        return request -> Response.json(200, read(name)).header("cache-control", "no-cache");
    }

    private byte[] read(String name) throws IOException {
        try (InputStream in = owner.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new ProblemException(404, "This build has no " + FOLDER + name + ".");
            }
            return in.readAllBytes();
        }
    }
}
