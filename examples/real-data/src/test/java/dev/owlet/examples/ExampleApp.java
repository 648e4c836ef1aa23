package dev.owlet.examples;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one jar of an example, started as anybody would: {@code java -jar}. On a port of its own and fresh tables. */
final class ExampleApp implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");
    private static final int PAGE = 500;
    private static final Set<String> ENDED = Set.of("done", "failed");

    private final Process process;
    private final String origin;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;

    private ExampleApp(Process process) throws IOException, InterruptedException {
        this.process = process;
        this.origin = address(process.inputReader(StandardCharsets.UTF_8));
        this.token = send("GET", "/local/token?group=admin", "text/plain", null)
                .body()
                .strip();
    }

    /** Tables go to {@code target/<name>}, and stay there for other readers. */
    static ExampleApp start(String name) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("output"), name);
        delete(root);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar(name).toString());
        builder.environment().put("OWLET_PORT", "0");
        builder.environment().put("OWLET_ROOT", root.toString());
        Process process = builder.redirectErrorStream(true).start();
        try {
            return new ExampleApp(process);
        } catch (IOException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    /** Gives the jar a command, on tables in a folder; throws with what it said when it could not do all of it. */
    static void run(String name, Path root, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar(name).toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OWLET_ROOT", root.toString());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", args) + " ended with " + process.exitValue() + ": " + said);
        }
    }

    private static Path jar(String name) throws IOException {
        Path target = Path.of(System.getProperty("examples"), name, "target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar in " + target));
        }
    }

    private static String address(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return matcher.group();
            }
            said.append(line).append('\n');
        }
        throw new IOException("the application ended, saying: " + said);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json(send("GET", path, "application/json", null), 200);
    }

    /** Adds rows of delimited text, under the headings of the source. */
    JsonNode load(String path, String csv) throws IOException, InterruptedException {
        return json(send("POST", "/api/" + path + "/batch", "text/csv", csv), 200);
    }

    JsonNode batch(String path, String json) throws IOException, InterruptedException {
        return json(send("POST", "/api/" + path + "/batch", "application/json", json), 200);
    }

    /** Hands in a file as the web app does: announced, sent to the address given, followed until it is taken in. */
    JsonNode upload(String path, String filename, byte[] bytes) throws IOException, InterruptedException {
        String uploads = "/api/" + path + "/uploads";
        String announcement = MAPPER.createObjectNode()
                .put("filename", filename)
                .put("size", bytes.length)
                .toString();
        JsonNode announced = json(send("POST", uploads, "application/json", announcement), 201);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(origin).resolve(announced.path("url").textValue()));
        announced
                .path("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        HttpRequest put = request.method(
                        announced.path("method").textValue(), HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        HttpResponse<String> sent = http.send(put, HttpResponse.BodyHandlers.ofString());
        if (sent.statusCode() >= 300) {
            throw new IOException("sending " + filename + " answered " + sent.statusCode() + ": " + sent.body());
        }
        return ended(uploads + "/" + announced.path("id").textValue());
    }

    private JsonNode ended(String upload) throws IOException, InterruptedException {
        for (int i = 0; i < 2_400; i++) {
            JsonNode state = get(upload);
            if (ENDED.contains(state.path("status").textValue())) {
                return state;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("the upload does not end: " + get(upload));
    }

    /** The rows that an upload gave back, as a file. */
    String rejects(JsonNode upload) throws IOException, InterruptedException {
        URI address = URI.create(origin).resolve(upload.path("rejects").textValue());
        HttpResponse<String> file =
                http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        if (file.statusCode() != 200) {
            throw new IOException(address + " answered " + file.statusCode());
        }
        return file.body();
    }

    /** Every row, page by page. */
    List<JsonNode> walk(String path) throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        String page = "/api/" + path + "?limit=" + PAGE;
        for (JsonNode answer = get(page);
                ;
                answer = get(page + "&cursor=" + answer.path("next").textValue())) {
            answer.path("items").forEach(rows::add);
            if (answer.path("next").isNull()) {
                return rows;
            }
        }
    }

    private HttpResponse<String> send(String method, String path, String type, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).header("content-type", type);
        if (token != null) {
            request.header("authorization", "Bearer " + token);
        }
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return http.send(request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        if (response.statusCode() != status) {
            throw new IOException(response.request().uri() + " answered " + response.statusCode() + ": "
                    + response.body()
                            .substring(0, Math.min(2000, response.body().length())));
        }
        return MAPPER.readTree(response.body());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
