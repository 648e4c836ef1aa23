package dev.owlet.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.app.Config;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files handed in to the server on this machine, over HTTP, as a browser does it. */
class UploadsTest {
    private static final String TOWNS = "/api/towns/uploads";
    private static final String VISITS = "/api/field/visits/uploads";

    @TempDir
    Path root;

    private LocalServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        Config config = new Config(root.toString(), Optional.empty(), Optional.empty(), 0);
        server = LocalServer.start(config, Options.from(name -> null), SampleApp::new);
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String token(String group) {
        return client.get("/local/token?group=" + group).body().strip();
    }

    private HttpResponse<String> send(String group, String method, String path, String body) {
        return client.send(
                client.request(path, "Authorization", "Bearer " + token(group), "Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    private JsonNode get(String path) {
        HttpResponse<String> response = send("admin", "GET", path, "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Client.json(response);
    }

    private static String announcement(String filename, long size, String mode) {
        return Json.MAPPER
                .createObjectNode()
                .put("filename", filename)
                .put("size", size)
                .put("contentType", "text/csv")
                .put("mode", mode)
                .toString();
    }

    private JsonNode announce(String path, String filename, long size) {
        HttpResponse<String> response = send("admin", "POST", path, announcement(filename, size, "insert"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Client.json(response);
    }

    /** Without a token in a header: the address is enough. */
    private HttpResponse<String> put(JsonNode address, BodyPublisher body) {
        HttpRequest.Builder request = client.request(address.path("url").asText())
                .method(address.path("method").asText(), body);
        address.path("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        return client.send(request.build());
    }

    private HttpResponse<String> put(JsonNode address, String body) {
        return put(address, BodyPublishers.ofString(body));
    }

    /** The upload when it is no longer under way. */
    private JsonNode ended(String path, JsonNode announced) throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            JsonNode upload = get(path + "/" + announced.path("id").asText());
            if (List.of("done", "failed").contains(upload.path("status").asText())) {
                return upload;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the upload does not end: " + get(path));
    }

    private JsonNode load(String path, String filename, String text) throws InterruptedException {
        JsonNode announced = announce(path, filename, text.length());
        assertThat(put(announced, text).statusCode()).isEqualTo(200);
        return ended(path, announced);
    }

    @Test
    void loadsGoodRowsAndGivesBadOnesBack() throws Exception {
        load(TOWNS, "towns.csv", "code\nUTR\nAMS\n");

        JsonNode upload =
                load(VISITS, "visits of May.csv", "number,town,weather\n1,UTR,fair\nx,AMS,\"so, so\"\n3,XXX,bad\n");

        assertThat(upload.path("status").asText()).isEqualTo("done");
        assertThat(upload.path("filename").asText()).isEqualTo("visits of May.csv");
        assertThat(upload.path("rows").asInt()).isEqualTo(3);
        assertThat(upload.path("accepted").asInt()).isEqualTo(1);
        assertThat(upload.path("rejected").asInt()).isEqualTo(2);
        assertThat(upload.path("unmapped")).extracting(JsonNode::asText).containsExactly("weather");
        assertThat(upload.path("mapped").path("town").asText()).isEqualTo("town");
        assertThat(upload.path("errors").path(0).path("row").asInt()).isEqualTo(2);
        assertThat(upload.path("errors").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(upload.path("errors")
                        .path(0)
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asText())
                .isEqualTo("/number");

        HttpResponse<String> rejects = client.get(upload.path("rejects").asText());
        assertThat(rejects.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"visits_of_May-rejects.csv\"");
        assertThat(rejects.body().lines().toList().get(0)).isEqualTo("number,town,weather,_row,_error");
        assertThat(rejects.body()).contains("x,AMS,\"so, so\",2,");
    }

    @Test
    void whatAFileBroughtIsUndoneByWhoBroughtItOrMayDelete() throws Exception {
        load(TOWNS, "towns.csv", "code\nUTR\n");
        JsonNode upload = load(VISITS, "visits.csv", "number,town\n1,UTR\n");
        String path = VISITS + "/" + upload.path("id").asText();
        assertThat(get("/api/field/visits/history").path("items").path(0).path("upload"))
                .isEqualTo(upload.path("id"));

        assertThat(send("reader", "DELETE", path, "").statusCode()).isEqualTo(403);
        HttpResponse<String> refused = send("editor", "DELETE", path, "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("the upload of admin");
        assertThat(send("admin", "DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(send("admin", "DELETE", path, "").statusCode()).isEqualTo(204);

        assertThat(get(path).path("undone").asBoolean()).isTrue();
        assertThat(get("/api/field/visits").path("total").asInt()).isZero();
    }

    @Test
    void whatIsReferredToIsNotUndone() throws Exception {
        JsonNode towns = load(TOWNS, "towns.csv", "code\nUTR\n");
        load(VISITS, "visits.csv", "number,town\n1,UTR\n");

        HttpResponse<String> refused =
                send("admin", "DELETE", TOWNS + "/" + towns.path("id").asText(), "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(get("/api/towns").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void whoMayNotCreateMayNeitherHandInNorLook() {
        String id = announce(VISITS, "v.csv", 9).path("id").asText();

        assertThat(send("reader", "POST", VISITS, announcement("v.csv", 9, "insert"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("reader", "GET", VISITS, "").statusCode()).isEqualTo(403);
        assertThat(send("reader", "GET", VISITS + "/" + id, "").statusCode()).isEqualTo(403);
        assertThat(send("editor", "POST", VISITS, announcement("v.csv", 9, "insert"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(send("editor", "POST", VISITS, announcement("v.csv", 9, "upsert"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("editor", "GET", VISITS + "/" + id, "").statusCode()).isEqualTo(200);
        assertThat(client.get(VISITS).statusCode()).isEqualTo(401);
        assertThat(send("admin", "GET", VISITS + "/../towns", "").statusCode()).isEqualTo(404);
        assertThat(send("admin", "GET", TOWNS + "/" + id, "").statusCode()).isEqualTo(404);
    }

    @Test
    void namesAndSizesAreHeldToWhatIsHarmless() throws Exception {
        for (String name : List.of(
                "",
                " ",
                "..",
                "../../etc/passwd",
                "a/b",
                "a\\b",
                "x\r\nset-cookie: a=b",
                "x\u202Efdp.csv",
                "n".repeat(256))) {
            HttpResponse<String> refused = send("admin", "POST", TOWNS, announcement(name, 9, "insert"));
            assertThat(refused.statusCode()).as(name).isEqualTo(400);
            assertThat(refused.body()).contains("/filename");
        }
        assertThat(send("admin", "POST", TOWNS, announcement("x", 0, "insert")).statusCode())
                .isEqualTo(400);
        assertThat(send("admin", "POST", TOWNS, announcement("x", 9, "replace")).statusCode())
                .isEqualTo(400);
        HttpResponse<String> large = send("admin", "POST", TOWNS, announcement("x", (1L << 30) + 1, "insert"));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("at most 1024 MiB, and this one 1025");

        JsonNode odd = load(TOWNS, "..con.\"; x=é 猫.csv", "code\nx\ny,z\n");
        assertThat(odd.path("filename").asText()).isEqualTo("..con.\"; x=é 猫.csv");
        HttpResponse<String> rejects = client.get(odd.path("rejects").asText());
        assertThat(Client.header(rejects, "content-disposition")).matches("attachment; filename=\"[A-Za-z0-9._-]+\"");
    }

    @Test
    void anAddressTakesExactlyOneFileOfTheAnnouncedSize() throws Exception {
        JsonNode announced = announce(TOWNS, "towns.csv", 9);

        assertThat(put(announced, "code\nUTR").statusCode()).isEqualTo(403);
        assertThat(put(announced, "code\nUTRECHT\n").statusCode()).isEqualTo(403);
        HttpRequest.Builder bare = client.request(announced.path("url").asText());
        assertThat(client.send(bare.PUT(BodyPublishers.ofString("code\nUTR\n")).build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(put(announced, "code\nUTR\n").statusCode()).isEqualTo(200);
        ended(TOWNS, announced);
        assertThat(get("/api/towns").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void whatCameIsNotReplaced() throws Exception {
        JsonNode announced = announce(TOWNS, "towns.csv", 40L << 20);
        JsonNode part = announced.path("parts").path(4);
        assertThat(part.path("size").asLong()).isEqualTo(8L << 20);

        assertThat(put(part, BodyPublishers.ofByteArray(new byte[8 << 20])).statusCode())
                .isEqualTo(200);
        assertThat(put(part, BodyPublishers.ofByteArray(new byte[8 << 20])).statusCode())
                .isEqualTo(412);
        JsonNode waiting = get(TOWNS + "/" + announced.path("id").asText());
        assertThat(waiting.path("parts"))
                .extracting(p -> p.path("number").asInt())
                .containsExactly(1, 2, 3, 4);
        HttpResponse<String> early =
                send("admin", "POST", announced.path("complete").asText(), "{\"parts\":[]}");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("1, 2, 3, 4");
    }

    @Test
    void aLargeFileComesInParts() throws Exception {
        byte[] file = new byte[(33 << 20) + 17];
        Arrays.fill(file, (byte) 'x');
        byte[] header = "code\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(header, 0, file, 0, header.length);
        for (int i = 1; i < 347; i++) {
            file[header.length + i * 100_000] = '\n';
            file[header.length + i * 100_000 + 1] = (byte) ('a' + i % 26);
            file[header.length + i * 100_000 + 2] = (byte) ('a' + i / 26);
        }
        JsonNode announced = announce(TOWNS, "towns.csv", file.length);
        assertThat(announced.has("url")).isFalse();
        var sent = Json.MAPPER.createObjectNode();
        for (JsonNode part : announced.path("parts")) {
            int from = part.path("from").asInt();
            HttpResponse<String> answer = put(
                    part,
                    BodyPublishers.ofByteArray(file, from, part.path("size").asInt()));
            assertThat(answer.statusCode()).isEqualTo(200);
            sent.withArray("/parts")
                    .addObject()
                    .put("number", part.path("number").asInt())
                    .put("etag", Client.header(answer, "etag"));
        }
        String complete = announced.path("complete").asText();
        String wrong = "{\"parts\":[{\"number\":2,\"etag\":\"\\\"0\\\"\"}]}";
        assertThat(send("admin", "POST", complete, wrong).statusCode()).isEqualTo(409);
        assertThat(send("admin", "POST", complete, sent.toString()).statusCode())
                .isEqualTo(200);
        assertThat(send("admin", "POST", complete, sent.toString()).statusCode())
                .isEqualTo(200);

        JsonNode upload = ended(TOWNS, announced);
        assertThat(upload.path("rows").asInt()).isEqualTo(347);
        assertThat(upload.path("created").asInt()).isEqualTo(347);
        requireGone("inbox");
        assertThat(files("uploads")).noneMatch(key -> key.contains("/parts/"));
    }

    /** A file goes after its report is written, which may be read before. */
    private void requireGone(String folder) throws Exception {
        for (int i = 0; i < 1_000 && !files(folder).isEmpty(); i++) {
            Thread.sleep(20);
        }
        assertThat(files(folder)).isEmpty();
    }

    private List<String> files(String folder) throws IOException {
        return ObjectStore.open(root.toString()).listAll(folder).stream()
                .map(StoredObject::key)
                .toList();
    }

    @Test
    void addressesAreNotGuessed() throws Exception {
        JsonNode announced = announce(TOWNS, "towns.csv", 40L << 20);
        String url = announced.path("parts").path(0).path("url").asText();

        for (String wrong : List.of(
                url.replace("/parts/1", "/parts/2"),
                url.replaceAll("token=.*", ""),
                url.replaceAll("token=\\d+", "token=9999999999"),
                url.replace("/parts/1", "/rejects"),
                url.substring(0, url.length() - 1),
                url.replaceAll("uploads/[0-9a-f]{8}", "uploads/00000000"),
                url.replace("/towns/", "/field/visits/"))) {
            HttpResponse<String> answer = client.send(client.request(wrong)
                    .PUT(BodyPublishers.ofByteArray(new byte[8 << 20]))
                    .build());
            assertThat(answer.statusCode()).as(wrong).isEqualTo(403);
        }
        assertThat(files("uploads")).hasSize(1);
    }

    @Test
    void aFileOfAnEarlierProcessIsTakenUp() throws Exception {
        JsonNode announced = announce(TOWNS, "towns.csv", 9);
        server.close();
        Path file = root.resolve("inbox/town/" + announced.path("id").asText() + "/towns.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "code\nUTR\n");
        Path claim = root.resolve("uploads/town/" + announced.path("id").asText() + "/claim.json");
        Files.createDirectories(claim.getParent());
        Files.writeString(claim, "{\"taken\":\"ingest\"}");

        start();

        assertThat(ended(TOWNS, announced).path("created").asInt()).isEqualTo(1);
    }

    @Test
    void whatWasCalledOffIsNotTakenIn() throws Exception {
        JsonNode announced = announce(TOWNS, "towns.csv", 9);
        String path = TOWNS + "/" + announced.path("id").asText();

        assertThat(send("admin", "DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(send("admin", "DELETE", path, "").statusCode()).isEqualTo(204);
        put(announced, "code\nUTR\n");

        JsonNode upload = get(path);
        assertThat(upload.path("status").asText()).isEqualTo("failed");
        assertThat(upload.path("cancelled").asBoolean()).isTrue();
        assertThat(upload.path("message").asText()).startsWith("Called off by ");
        assertThat(get("/api/towns").path("total").asInt()).isZero();
    }

    @Test
    void aFileThatIsNoTableIsRefusedAsAWhole() throws Exception {
        JsonNode upload = load(TOWNS, "cat.csv", "\u0001\u0002 no heading of ours\nwhatever\n");

        assertThat(upload.path("status").asText()).isEqualTo("failed");
        assertThat(upload.path("message").asText()).isNotBlank();
        assertThat(upload.has("rejects")).isFalse();
        assertThat(get(TOWNS).path("items").path(0).path("status").asText()).isEqualTo("failed");
    }
}
