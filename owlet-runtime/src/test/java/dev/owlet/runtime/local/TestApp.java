package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.app.Config;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project without tables that says who asks, with a title that would like to be more than text. */
final class TestApp extends App {
    static final String TITLE = "<script>alert('Owls & co')</script>";

    TestApp(Config config) {
        super("owls", TITLE, config);
        routes(router -> router.get("/api/who", TestApp::who).post("/api/size", TestApp::size));
    }

    static Config config(Path root) {
        return new Config(root.toString(), Optional.empty(), Optional.empty(), 0);
    }

    private static Response who(Request request) {
        User user = request.user();
        return Response.json(
                200,
                user == null
                        ? Map.of()
                        : Map.of(
                                "name",
                                user.name(),
                                "groups",
                                user.groups(),
                                "q",
                                request.query().getOrDefault("q", List.of())));
    }

    private static Response size(Request request) {
        return Response.json(200, Map.of("size", request.body().length));
    }
}
