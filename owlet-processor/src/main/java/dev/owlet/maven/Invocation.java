package dev.owlet.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A request to the deployed function itself, past the HTTP API: what an HTTP API would send, in payload format 2.0 (API
 * Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs").
 *
 * @param target path and query, such as {@code /api/hello?Name=ME}
 */
record Invocation(String method, String target, Optional<String> token, Optional<String> body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the function answered. */
    record Answer(int status, String body) {}

    String event() {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        ObjectNode event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", path)
                .put("rawQueryString", question < 0 ? "" : target.substring(question + 1))
                .put("isBase64Encoded", false);
        ObjectNode headers = event.putObject("headers").put("accept", "application/json");
        token.ifPresent(value -> headers.put("authorization", "Bearer " + value));
        body.ifPresent(text -> {
            headers.put("content-type", "application/json");
            event.put("body", text);
        });
        ObjectNode context = event.putObject("requestContext").put("stage", "$default");
        context.putObject("http").put("method", method.toUpperCase(Locale.ROOT)).put("path", path);
        return event.toString();
    }

    /**
     * @param work a folder for the request and the answer, which are deleted afterwards: a token is in them
     * @throws MojoFailureException when the function itself failed, with the end of its log
     */
    Answer send(AwsCli aws, String function, Path work) throws IOException, InterruptedException, MojoFailureException {
        Files.createDirectories(work);
        Path request = work.resolve("invoke-request.json");
        Path answer = work.resolve("invoke-answer.json");
        try {
            Files.writeString(request, event());
            JsonNode outcome = aws.json(List.of(
                    "lambda",
                    "invoke",
                    "--function-name",
                    function,
                    "--log-type",
                    "Tail",
                    "--payload",
                    "fileb://" + request,
                    answer.toString()));
            if (outcome.hasNonNull("FunctionError")) {
                throw new MojoFailureException(
                        function + " failed (" + outcome.path("FunctionError").asText() + "): "
                                + Files.readString(answer) + "\n" + log(outcome));
            }
            JsonNode response = JSON.readTree(answer.toFile());
            return new Answer(
                    response.path("statusCode").asInt(), response.path("body").asText());
        } finally {
            Files.deleteIfExists(request);
            Files.deleteIfExists(answer);
        }
    }

    private static String log(JsonNode outcome) {
        byte[] log = Base64.getDecoder().decode(outcome.path("LogResult").asText(""));
        return new String(log, StandardCharsets.UTF_8).strip();
    }
}
