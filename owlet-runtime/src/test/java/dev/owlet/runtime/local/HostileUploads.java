package dev.owlet.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Bombs and files that are no table, handed in over HTTP to an application of 256 MB in a process of its own. Each is refused
 * by a sentence, and leaves the table and the process as they were, or an {@link AssertionError} is thrown.
 */
public final class HostileUploads implements AutoCloseable {
    private static final String HEAP = "256m";

    /** Most memory of the process, heap and all else, in kB. */
    private static final long MOST = 512 << 10;

    private static final String TOWNS = "/api/towns";

    private final Process process;
    private final Client client;
    private final String token;

    /** @param folder empty, for tables and files */
    public HostileUploads(Path folder) throws IOException {
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SampleProcess.class.getName());
        builder.environment().put("OWLET_ROOT", folder.resolve("tables").toString());
        builder.environment().put("OWLET_PORT", "0");
        process = builder.redirectError(folder.resolve("server.log").toFile()).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        require(
                line != null && line.contains(" runs at "),
                () -> "it did not start; see " + folder.resolve("server.log"));
        client = new Client(line.replaceFirst(".* runs at (.*)/ .*", "$1"));
        token = client.get("/local/token?group=admin").body().strip();
    }

    /** Hands in all of them; prints what their owners are told. */
    public void all(long seed) throws IOException, InterruptedException {
        String announced = announcement("empty.csv", 0);
        HttpResponse<String> empty = send("POST", TOWNS + "/uploads", announced);
        require(empty.statusCode() == 400, empty::body);
        byte[] good = "code\nUTR\n".getBytes(StandardCharsets.UTF_8);
        JsonNode first = handIn(new HostileFile("good.csv", good, (byte) 0, good.length, ""));
        require(first.path("created").asInt() == 1, first::toString);
        String before = history();
        for (HostileFile file : HostileFile.all(seed)) {
            refuse(file, before);
        }
        long most = memory();
        System.out.println("  most memory: " + (most >> 10) + " MB of a process with -Xmx" + HEAP);
        require(most < MOST, () -> "it took " + most + " kB");
    }

    private void refuse(HostileFile file, String before) throws IOException, InterruptedException {
        long start = System.nanoTime();
        JsonNode ended = handIn(file);
        String told = ended.path("status").asText().equals("done")
                ? ended.path("errors")
                        .path(0)
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asText()
                : ended.path("message").asText();
        System.out.printf(
                "  %-24s %11d bytes %5.1f s %5d MB %s: %s%n",
                file.name(),
                file.size(),
                (System.nanoTime() - start) / 1e9,
                memory() >> 10,
                ended.path("status").asText(),
                told);
        require(ended.path("created").asInt() == 0, ended::toString);
        require(
                told.contains(file.says()) && told.length() > 10 && !told.contains("no fault of the file"),
                () -> file.name() + ": " + told);
        require(history().equals(before), () -> file.name() + " changed the table: " + history());
    }

    private String history() {
        return send("GET", TOWNS + "/history", "").body();
    }

    private JsonNode handIn(HostileFile file) throws InterruptedException {
        HttpResponse<String> answer = send("POST", TOWNS + "/uploads", announcement(file.name(), file.size()));
        require(answer.statusCode() == 201, answer::body);
        JsonNode upload = Client.json(answer);
        if (upload.has("parts")) {
            for (JsonNode part : upload.path("parts")) {
                put(
                        part,
                        file.part(part.path("from").asLong(), part.path("size").asInt()));
            }
            HttpResponse<String> whole = send("POST", upload.path("complete").asText(), "{\"parts\":[]}");
            require(whole.statusCode() == 200, whole::body);
        } else {
            put(upload, file.part(0, (int) file.size()));
        }
        return ended(TOWNS + "/uploads/" + upload.path("id").asText());
    }

    private void put(JsonNode address, byte[] bytes) {
        HttpRequest.Builder request = client.request(address.path("url").asText())
                .method(address.path("method").asText(), BodyPublishers.ofByteArray(bytes));
        address.path("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        HttpResponse<String> answer = client.send(request.build());
        require(answer.statusCode() == 200, answer::body);
    }

    private JsonNode ended(String path) throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            JsonNode upload = Client.json(send("GET", path, ""));
            String status = upload.path("status").asText();
            if (status.equals("done") || status.equals("failed")) {
                return upload;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(path + " does not end");
    }

    private static String announcement(String filename, long size) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        return node.put("filename", filename)
                .put("size", size)
                .put("contentType", "text/csv")
                .put("mode", "insert")
                .toString();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return client.send(client.request(path, "Authorization", "Bearer " + token, "Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /** Most resident memory so far, in kB; 0 where the system does not tell. */
    private long memory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }
}
