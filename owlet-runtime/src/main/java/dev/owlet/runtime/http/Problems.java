package dev.owlet.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.Violation;
import java.util.List;
import java.util.Map;

/** Problem documents: {@code application/problem+json} (RFC 9457), with {@code errors: [{pointer, code, message}]}. */
public final class Problems {
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    private Problems() {}

    public static Response of(ProblemException problem) {
        return of(problem.status(), problem.detail(), problem.errors(), Map.of());
    }

    public static Response of(int status, String detail) {
        return of(status, detail, List.of(), Map.of());
    }

    /** @param extensions further members (RFC 9457, section 3.2) */
    public static Response of(int status, String detail, List<Violation> errors, Map<String, JsonNode> extensions) {
        ObjectNode document = Json.MAPPER
                .createObjectNode()
                .put("type", "about:blank")
                .put("title", TITLES.getOrDefault(status, "Error"))
                .put("status", status)
                .put("detail", detail);
        if (!errors.isEmpty()) {
            document.set("errors", array(errors));
        }
        extensions.forEach(document::set);
        return Response.json(status, document).header("content-type", "application/problem+json");
    }

    /** What API Gateway itself answers, to the byte, so that callers see one form on Lambda and locally. */
    public static Response unauthorized() {
        return Response.json(401, "{\"message\":\"Unauthorized\"}").header("www-authenticate", "Bearer");
    }

    /** {@code [{pointer, code, message}]}. */
    public static ArrayNode array(List<Violation> errors) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (Violation error : errors) {
            array.addObject()
                    .put("pointer", error.pointer())
                    .put("code", error.code())
                    .put("message", error.message());
        }
        return array;
    }
}
