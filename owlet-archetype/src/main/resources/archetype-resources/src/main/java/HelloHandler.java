package ${package};

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.owlet.AddRoutes;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.Router;
import dev.owlet.runtime.http.Routes;

/** A route written by hand, beside the generated ones: {@code GET /api/hello?Name=ME}. */
@AddRoutes
public final class HelloHandler implements Routes {
    @Override
    public void addTo(Router router) {
        router.get("/api/hello", HelloHandler::hello);
    }

    private static Response hello(Request request) {
        String name = request.query("Name").orElse("you");
        return Response.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("message", "Hello, " + name + "!")
                        .toString());
    }
}
