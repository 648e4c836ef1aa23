package dev.owlet.runtime.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.http.Percent;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Problems;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.row.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Requests and responses as an HTTP API hands them to Lambda: payload format 2.0 (API Gateway Developer Guide, "Create
 * AWS Lambda proxy integrations for HTTP APIs").
 */
final class LambdaEvents {
    /** Lambda's limit of a synchronous answer is 6 MB; the rest is for the JSON around the body. */
    private static final int MAX_ANSWER = 6 * 1024 * 1024 - 64 * 1024;

    private LambdaEvents() {}

    static void answer(InputStream input, OutputStream output, Function<Request, Response> app) throws IOException {
        Response response;
        try {
            response = app.apply(request(input.readAllBytes()));
        } catch (ProblemException problem) {
            response = Problems.of(problem);
        }
        byte[] answer = json(response);
        if (answer.length > MAX_ANSWER) {
            answer = json(Problems.of(
                    422,
                    "The answer is larger than the 6 MB that AWS Lambda lets through. Ask for fewer rows at once."));
        }
        output.write(answer);
    }

    /** @throws ProblemException 400 when this is no such event */
    static Request request(byte[] event) {
        JsonNode node = tree(event);
        JsonNode http = node.path("requestContext").path("http");
        String method = http.path("method").asText("");
        String path = node.path("rawPath").asText("");
        if (method.isEmpty() || !path.startsWith("/")) {
            throw new ProblemException(400, "This is not a request of an HTTP API with payload format 2.0.");
        }
        String stage = node.path("requestContext").path("stage").asText("$default");
        return new Request(
                method.toUpperCase(Locale.ROOT),
                encoded(withoutStage(path, stage)),
                Percent.query(node.path("rawQueryString").asText("")),
                headers(node),
                body(node),
                Map.of(),
                null);
    }

    private static JsonNode tree(byte[] event) {
        try {
            return Json.MAPPER.readTree(event);
        } catch (JsonProcessingException e) {
            throw new ProblemException(400, "The event is not JSON.");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String withoutStage(String path, String stage) {
        String prefix = "/" + stage;
        return !stage.equals("$default") && (path.equals(prefix) || path.startsWith(prefix + "/"))
                ? path.substring(prefix.length())
                : path;
    }

    /** HTTP APIs decode {@code rawPath} once, function URLs do not: a percent sign that starts no octet was one. */
    private static String encoded(String path) {
        return path.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    private static Map<String, String> headers(JsonNode event) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> header : event.path("headers").properties()) {
            headers.merge(
                    header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText(""), (a, b) -> a + ", " + b);
        }
        StringBuilder cookies = new StringBuilder();
        for (JsonNode cookie : event.path("cookies")) {
            cookies.append(cookies.isEmpty() ? "" : "; ").append(cookie.asText(""));
        }
        if (!cookies.isEmpty()) {
            headers.put("cookie", cookies.toString());
        }
        return headers;
    }

    private static byte[] body(JsonNode event) {
        String body = event.path("body").asText("");
        if (!event.path("isBase64Encoded").asBoolean(false)) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, "The event's body is not base64.");
        }
    }

    static byte[] json(Response response) throws IOException {
        ObjectNode node = Json.MAPPER.createObjectNode().put("statusCode", response.status());
        ObjectNode headers = node.putObject("headers");
        response.headers().forEach(headers::put);
        String text = text(response.body());
        node.put("isBase64Encoded", text == null);
        node.put("body", text == null ? Base64.getEncoder().encodeToString(response.body()) : text);
        return Json.MAPPER.writeValueAsBytes(node);
    }

    /** @return null when the bytes are not UTF-8 text */
    private static @org.jspecify.annotations.Nullable String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
