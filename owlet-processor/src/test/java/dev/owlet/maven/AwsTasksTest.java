package dev.owlet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the {@code aws} client and what becomes of its answers; the client is made up. */
final class AwsTasksTest {
    private static final Outputs OUTPUTS =
            new Outputs(Map.of("aws_region", "eu-west-1", "aws_profile", "my profile", "function_name", "owls-api"));

    @TempDir
    Path temp;

    private FakeTool fake;
    private AwsCli aws;

    @BeforeEach
    void client() throws Exception {
        fake = new FakeTool(temp.resolve("bin with 'quotes\""), "aws");
        aws = AwsCli.of(FakeTool.tools(fake), temp, OUTPUTS);
    }

    private static Invocation get(String target) {
        return new Invocation("get", target, Optional.empty(), Optional.empty());
    }

    @Test
    void invokesWithAnEventAsAnHttpApiSendsIt() throws Exception {
        Path work = temp.resolve("work 'a' \"b\"");
        // arguments: lambda invoke --function-name F --log-type Tail --payload fileb://R A …
        fake.run(
                "lambda invoke*",
                "cp \"${8#fileb://}\" \"$0.event\"; echo '{\"statusCode\":200,\"body\":\"{\\\"ok\\\":true}\"}' > \"$9\";"
                        + " echo '{\"StatusCode\":200}'; exit 0");
        Invocation.Answer answer = new Invocation(
                        "post", "/api/sites?x=a%20b&y='", Optional.of("t.o.k"), Optional.of("{\"code\":\"é\"}"))
                .send(aws, "owls-api", work);
        assertThat(answer).isEqualTo(new Invocation.Answer(200, "{\"ok\":true}"));
        JsonNode event = new ObjectMapper().readTree(event());
        assertThat(event.path("rawPath").asText()).isEqualTo("/api/sites");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("x=a%20b&y='");
        assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
        assertThat(event.at("/headers/authorization").asText()).isEqualTo("Bearer t.o.k");
        assertThat(event.path("body").asText()).isEqualTo("{\"code\":\"é\"}");
        assertThat(fake.calls().get(0))
                .containsSequence("--function-name", "owls-api", "--log-type", "Tail")
                .endsWith("--output", "json", "--region", "eu-west-1", "--profile", "my profile");
        assertThat(work).isEmptyDirectory();
    }

    private String event() throws IOException {
        return Files.readString(fake.program().resolveSibling("aws.event"));
    }

    @Test
    void aFailedFunctionShowsTheEndOfItsLog() throws Exception {
        String log = Base64.getEncoder().encodeToString("START\nOutOfMemoryError\n".getBytes(StandardCharsets.UTF_8));
        fake.run(
                "lambda invoke*",
                "echo '{\"errorMessage\":\"boom\"}' > \"$9\"; echo '{\"FunctionError\":\"Unhandled\",\"LogResult\":\""
                        + log + "\"}'; exit 0");
        assertThatThrownBy(() -> get("/api/health").send(aws, "owls-api", temp.resolve("w")))
                .hasMessageStartingWith("owls-api failed (Unhandled): {\"errorMessage\":\"boom\"}")
                .hasMessageContaining("OutOfMemoryError");
    }

    @Test
    void whatTheClientSaysIsPassedOn() throws Exception {
        fake.on("lambda*", 254, "", "An error occurred (ExpiredTokenException)");
        assertThatThrownBy(() -> get("/").send(aws, "f", temp))
                .hasMessage("aws lambda invoke failed: An error occurred (ExpiredTokenException)");
        fake = new FakeTool(temp.resolve("odd"), "aws").on("*", 0, "<html>", "");
        aws = AwsCli.of(FakeTool.tools(fake), temp, OUTPUTS);
        assertThatThrownBy(() -> get("/").send(aws, "f", temp)).hasMessageContaining("gave no JSON");
        assertThatThrownBy(() -> AwsCli.of(FakeTool.tools(), temp, OUTPUTS))
                .hasMessageContaining("There is no aws on the PATH")
                .hasMessageContaining("winget install Amazon.AWSCLI");
    }

    @Test
    void logEventsAreShownOnce() throws Exception {
        long now = Instant.parse("2026-01-01T12:00:00Z").toEpochMilli();
        fake.on("logs filter-log-events*", 0, """
                {"events": [
                  {"eventId": "2", "timestamp": %s, "message": "second\\n"},
                  {"eventId": "1", "timestamp": %s, "message": "late\\n"}]}""".formatted(now, now - 500), "");
        List<String> lines = new ArrayList<>();
        LogTail tail = new LogTail(aws, "/aws/lambda/owls-api", Instant.EPOCH, lines::add);
        tail.look();
        tail.look();
        assertThat(lines).containsExactly("2026-01-01T12:00:00Z second", "2026-01-01T11:59:59.500Z late");
        assertThat(fake.calls().get(0))
                .containsSequence("--log-group-name", "/aws/lambda/owls-api", "--start-time", "0");
        assertThat(fake.calls().get(1)).containsSequence("--start-time", String.valueOf(now - 60_000));
    }

    @Test
    void outputsSayWhatIsNotThere() throws Exception {
        assertThatThrownBy(() -> Outputs.parse("{}").require("base_url")).hasMessageContaining("Nothing is deployed");
        Outputs some = Outputs.parse("{\"a\": {\"value\": null}, \"b\": {\"value\": [1]}, \"c\": {\"value\": true}}");
        assertThat(some.values()).containsExactly(Map.entry("c", "true"));
        assertThatThrownBy(() -> some.require("a")).hasMessageContaining("infra/ has no output a");
        assertThatThrownBy(() -> Outputs.parse("no")).hasMessageContaining("gave no JSON");
    }
}
