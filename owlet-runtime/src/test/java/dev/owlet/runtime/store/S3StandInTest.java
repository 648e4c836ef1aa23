package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other tests rely on in the stand-in itself. */
class S3StandInTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private static HttpResponse<String> send(S3StandIn server, String path, String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.environment().get("AWS_ENDPOINT_URL_S3") + path))
                .method(method, HttpRequest.BodyPublishers.ofString("body"))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void refusesWhatIsNotSigned() throws Exception {
        try (S3StandIn server = S3StandIn.start()) {
            assertThat(send(server, "/tables/x", "PUT").statusCode()).isEqualTo(403);
            assertThat(server.store("s3://tables").listFrom("")).isEmpty();
        }
    }

    @Test
    void countsRequestsAndBytes() throws Exception {
        try (S3StandIn server = S3StandIn.start()) {
            ObjectStore store = server.store("s3://tables/t");
            Counts before = server.counts();
            store.put("x", new byte[100], true);
            store.get("x", 0, 10);
            store.head("x");
            store.listFrom("");
            store.delete("x");

            assertThat(server.counts().minus(before)).isEqualTo(new Counts(1, 1, 1, 1, 1, 10, 100));
        }
    }

    @Test
    void keepsObjectsInAFolderAcrossStarts() throws Exception {
        try (S3StandIn server = S3StandIn.start(0, folder)) {
            ObjectStore store = server.store("s3://tables/t");
            store.put("a/x", "one".getBytes(UTF_8), true);
            store.put("a/y", "two".getBytes(UTF_8), true);
            store.delete("a/y");
        }
        assertThat(folder.resolve("tables/t/a/x")).hasContent("one");
        try (S3StandIn server = S3StandIn.start(0, folder)) {
            assertThat(server.store("s3://tables").listAll("t"))
                    .extracting(StoredObject::key)
                    .containsExactly("t/a/x");
        }
    }

    @Test
    void failsOnDemandFromOtherProcesses() throws Exception {
        try (S3StandIn server = S3StandIn.start()) {
            ObjectStore store = server.store("s3://tables");
            send(server, "/-/next?fault=LOSE_ANSWER&action=PUT&times=2", "GET");
            store.put("x", new byte[1], true);
            assertThat(server.counts().put()).isEqualTo(3);

            send(server, "/-/rate?fault=ERROR&action=GET&rate=1&seed=3", "GET");
            send(server, "/-/clear", "GET");
            assertThat(store.get("x")).hasSize(1);
            assertThat(send(server, "/-/counts", "GET").body()).contains("put=3");
        }
    }

    @Test
    void someOfManyFail() throws Exception {
        try (S3StandIn server = S3StandIn.start()) {
            ObjectStore store = server.store("s3://tables");
            server.rate(Fault.DROP, "PUT", 0.2, 42);
            for (int i = 0; i < 50; i++) {
                store.put("t/" + i, new byte[1], true);
            }
            assertThat(store.listAll("t")).hasSize(50);
            assertThat(server.counts().put()).isBetween(52L, 80L);
        }
    }
}
