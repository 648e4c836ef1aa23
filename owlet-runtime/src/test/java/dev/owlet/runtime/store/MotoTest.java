package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The same promises against moto, a stand-in for S3 that others wrote: {@code pip install 'moto[server]'}. */
class MotoTest extends ObjectStoreTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static @Nullable Process server;
    private static String address = "";

    private final String prefix = "run-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = onPath("moto_server");
        if (program.isEmpty()) {
            System.out.println("SKIPPED MotoTest: this machine lacks moto_server");
        }
        Assumptions.assumeTrue(program.isPresent(), "moto_server is missing");
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        address = "http://127.0.0.1:" + port;
        server = new ProcessBuilder(program.get().toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!makesBucket()) {
            assertThat(server.isAlive()).as("moto_server runs").isTrue();
            Thread.sleep(100);
        }
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean makesBucket() throws InterruptedException {
        try {
            return put(
                            "/tables",
                            "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint>"
                                    + "</CreateBucketConfiguration>")
                    == 200;
        } catch (IOException e) {
            return false; // not up yet
        }
    }

    private static int put(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=any/20260101/eu-west-1/s3/aws4_request")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Override
    ObjectStore open() {
        Map<String, String> variables = Map.of(
                "AWS_ENDPOINT_URL_S3", address,
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "any",
                "AWS_SECRET_ACCESS_KEY", "any");
        return new S3Store(S3Place.parse("s3://tables/" + prefix), new S3Settings(variables::get, S3Limits.DEFAULT));
    }

    @Override
    void putForeign(String key) throws Exception {
        String path =
                URLEncoder.encode(prefix + "/" + key, UTF_8).replace("+", "%20").replace("%2F", "/");
        assertThat(put("/tables/" + path, key)).isEqualTo(200);
    }

    /** It finds no route to a name with a line break. */
    @Override
    List<String> strangeNames() {
        return super.strangeNames().stream()
                .filter(name -> !name.contains("\n"))
                .toList();
    }
}
