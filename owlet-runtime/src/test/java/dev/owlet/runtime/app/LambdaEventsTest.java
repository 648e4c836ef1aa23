package dev.owlet.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.row.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LambdaEventsTest {
    private final AtomicReference<Request> seen = new AtomicReference<>();

    private static ObjectNode event(String method, String path) {
        ObjectNode event = Json.MAPPER.createObjectNode().put("version", "2.0").put("rawPath", path);
        event.putObject("requestContext")
                .put("stage", "$default")
                .putObject("http")
                .put("method", method);
        return event;
    }

    private JsonNode send(byte[] event, Response response) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LambdaEvents.answer(new ByteArrayInputStream(event), out, request -> {
            seen.set(request);
            return response;
        });
        return Json.MAPPER.readTree(out.toByteArray());
    }

    private JsonNode send(JsonNode event, Response response) throws IOException {
        return send(Json.MAPPER.writeValueAsBytes(event), response);
    }

    @Test
    void readsARequest() throws IOException {
        ObjectNode event = event("post", "/api/sites").put("rawQueryString", "a=x%20y&a=z&b");
        event.putObject("headers").put("Authorization", "Bearer t").put("accept", "a, b");
        event.putArray("cookies").add("one=1").add("two=2");
        event.put("body", "{\"code\":\"é\"}").put("isBase64Encoded", false);

        send(event, Response.empty(204));

        Request request = seen.get();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/api/sites");
        assertThat(request.query()).containsEntry("a", List.of("x y", "z")).containsEntry("b", List.of(""));
        assertThat(request.headers())
                .containsEntry("authorization", "Bearer t")
                .containsEntry("cookie", "one=1; two=2");
        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo("{\"code\":\"é\"}");
        assertThat(request.user()).isNull();
    }

    @Test
    void readsABinaryBody() throws IOException {
        byte[] bytes = {0, (byte) 0xFF, 7};
        send(
                event("PUT", "/x")
                        .put("body", Base64.getEncoder().encodeToString(bytes))
                        .put("isBase64Encoded", true),
                Response.empty(204));

        assertThat(seen.get().body()).containsExactly(bytes);
    }

    @Test
    void leavesTheStageOut() throws IOException {
        ObjectNode event = event("GET", "/prod/api/sites");
        ((ObjectNode) event.get("requestContext")).put("stage", "prod");
        send(event, Response.empty(204));
        assertThat(seen.get().path()).isEqualTo("/api/sites");

        event.put("rawPath", "/production/api");
        send(event, Response.empty(204));
        assertThat(seen.get().path()).isEqualTo("/production/api");
    }

    @Test
    void encodesAPercentSignThatTheGatewayDecoded() throws IOException {
        send(event("GET", "/api/rates/5%"), Response.empty(204));
        assertThat(seen.get().path()).isEqualTo("/api/rates/5%25");
        send(event("GET", "/api/rates/5%25"), Response.empty(204));
        assertThat(seen.get().path()).isEqualTo("/api/rates/5%25");
    }

    @Test
    void writesTextAndBinaryAnswers() throws IOException {
        JsonNode text = send(event("GET", "/"), Response.json(200, "{\"é\":1}").header("etag", "\"1\""));
        assertThat(text.path("statusCode").intValue()).isEqualTo(200);
        assertThat(text.path("headers").path("etag").textValue()).isEqualTo("\"1\"");
        assertThat(text.path("isBase64Encoded").booleanValue()).isFalse();
        assertThat(text.path("body").textValue()).isEqualTo("{\"é\":1}");

        byte[] parquet = {'P', 'A', 'R', '1', (byte) 0x80};
        JsonNode binary = send(event("GET", "/"), new Response(200, Map.of(), parquet));
        assertThat(binary.path("isBase64Encoded").booleanValue()).isTrue();
        assertThat(Base64.getDecoder().decode(binary.path("body").textValue())).containsExactly(parquet);
    }

    @Test
    void refusesWhatIsNoEvent() throws IOException {
        for (String bad : List.of("", "{", "[]", "7", "{}", "{\"rawPath\":\"x\"}", "\u0000")) {
            JsonNode answer = send(bad.getBytes(StandardCharsets.UTF_8), Response.empty(204));
            assertThat(answer.path("statusCode").intValue()).as(bad).isEqualTo(400);
        }
        assertThat(send(event("GET", "/").put("rawQueryString", "a=%ff"), Response.empty(204))
                        .path("statusCode")
                        .intValue())
                .isEqualTo(400);
        assertThat(send(event("GET", "/").put("body", "###").put("isBase64Encoded", true), Response.empty(204))
                        .path("statusCode")
                        .intValue())
                .isEqualTo(400);
    }

    @Test
    void replacesAnAnswerThatLambdaWouldDrop() throws IOException {
        JsonNode answer = send(event("GET", "/"), Response.json(200, "\"" + "x".repeat(6_400_000) + "\""));

        assertThat(answer.path("statusCode").intValue()).isEqualTo(422);
        assertThat(answer.path("body").textValue()).contains("6 MB");
    }
}
