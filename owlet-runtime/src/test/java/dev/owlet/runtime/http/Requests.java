package dev.owlet.runtime.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Requests for tests. */
public final class Requests {
    public static final User READER = new User("rita", List.of("reader"));
    public static final User EDITOR = new User("ed", List.of("editor"));
    public static final User ADMIN = new User("ada", List.of("admin"));

    private Requests() {}

    /** @param target path and query, as in a request line */
    public static Request of(String method, String target) {
        return of(method, target, Map.of(), "");
    }

    public static Request of(String method, String target, Map<String, String> headers, String body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Request(method, path, Percent.query(query), headers, bytes, Map.of(), null);
    }

    public static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
