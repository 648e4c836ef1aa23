package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is signed here must be sent to the letter, by somebody without credentials. */
class S3DirectTest {
    private static final String KEY = "inbox/owl/1/owls.csv";
    private static final Duration HOUR = Duration.ofHours(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private S3StandIn s3;
    private ObjectStore store;
    private DirectAccess direct;

    @BeforeEach
    void start() throws IOException {
        s3 = S3StandIn.start();
        store = s3.store("s3://tables/owls");
        direct = store.direct().orElseThrow();
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    @Test
    void allRequestsGoToOneOrigin() throws Exception {
        String origin = direct.origin();

        assertThat(direct.put(KEY, 1, "text/csv", HOUR).url()).startsWith(origin + "/");
        assertThat(direct.get(KEY, "x", HOUR).url()).startsWith(origin + "/");
        assertThat(direct.part(KEY, "begun", 1, 1, HOUR).url()).startsWith(origin + "/");
    }

    private HttpResponse<String> send(SignedRequest request, byte[] body) throws Exception {
        return send(request, body, "");
    }

    /** @param without name of a header to leave out */
    private HttpResponse<String> send(SignedRequest request, byte[] body, String without) throws Exception {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method(), BodyPublishers.ofByteArray(body));
        request.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase(without)) {
                builder.header(name, value);
            }
        });
        return http.send(builder.build(), BodyHandlers.ofString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void takesOneFileOnce() throws Exception {
        SignedRequest put = direct.put(KEY, 5, "text/csv", HOUR);

        assertThat(put.method()).isEqualTo("PUT");
        assertThat(put.headers()).containsOnlyKeys("content-type", "if-none-match");
        assertThat(send(put, bytes("a,b\n1")).statusCode()).isEqualTo(200);
        assertThat(send(put, bytes("a,b\n2")).statusCode()).isEqualTo(412);
        assertThat(store.get(KEY)).asString(UTF_8).isEqualTo("a,b\n1");
    }

    @Test
    void refusesAnotherSizeTypeKeyAndAWriteThatMayReplace() throws Exception {
        SignedRequest put = direct.put(KEY, 5, "text/csv", HOUR);

        assertThat(send(put, bytes("a,b\n12")).statusCode()).isEqualTo(403);
        assertThat(send(put, bytes("a,b\n")).statusCode()).isEqualTo(403);
        assertThat(send(put, bytes("a,b\n1"), "if-none-match").statusCode()).isEqualTo(403);
        assertThat(send(put, bytes("a,b\n1"), "content-type").statusCode()).isEqualTo(403);
        SignedRequest elsewhere = new SignedRequest("PUT", put.url().replace("/inbox/", "/delta/"), put.headers());
        assertThat(send(elsewhere, bytes("a,b\n1")).statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> store.head(KEY)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anAddressIsGoodForAsLongAsItSays() throws Exception {
        SignedRequest put = direct.put(KEY, 5, "text/csv", Duration.ofMinutes(5));
        s3.skew(Duration.ofMinutes(6));

        assertThat(send(put, bytes("a,b\n1")).statusCode()).isEqualTo(403);
    }

    @Test
    void aSignedReadNamesTheFile() throws Exception {
        store.put("uploads/x", bytes("refused"), true);
        SignedRequest get = direct.get("uploads/x", "owls-rejects.csv", HOUR);

        assertThat(get.url())
                .contains("response-content-disposition=attachment%3B%20filename%3D%22owls-rejects.csv%22");
        assertThat(get.headers()).isEmpty();
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(URI.create(get.url())).build(), BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("refused");
    }

    @Test
    void makesOneObjectOfParts() throws Exception {
        byte[] first = new byte[5 << 20];
        Arrays.fill(first, (byte) 'x');
        String begun = direct.begin(KEY, "text/csv");
        SignedRequest one = direct.part(KEY, begun, 1, first.length, HOUR);
        SignedRequest two = direct.part(KEY, begun, 2, 3, HOUR);

        assertThat(one.headers()).isEmpty();
        assertThat(send(two, bytes("end")).statusCode()).isEqualTo(200);
        assertThat(send(one, bytes("short")).statusCode()).isEqualTo(403);
        assertThat(direct.parts(KEY, begun)).extracting(StoredPart::number).containsExactly(2);
        assertThat(send(one, first).headers().firstValue("etag")).isPresent();

        List<StoredPart> parts = direct.parts(KEY, begun);
        assertThat(parts).extracting(StoredPart::size).containsExactly((long) first.length, 3L);
        direct.complete(KEY, begun, parts);

        assertThat(store.head(KEY).size()).isEqualTo(first.length + 3L);
        assertThat(store.get(KEY, first.length, 3)).asString(UTF_8).isEqualTo("end");
        assertThatThrownBy(() -> direct.parts(KEY, begun)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void partsReplaceNothing() throws Exception {
        String begun = direct.begin(KEY, "text/csv");
        send(direct.part(KEY, begun, 1, 3, HOUR), bytes("new"));
        store.put(KEY, bytes("old"), true);

        List<StoredPart> parts = direct.parts(KEY, begun);
        assertThatThrownBy(() -> direct.complete(KEY, begun, parts)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(store.get(KEY)).asString(UTF_8).isEqualTo("old");

        direct.abort(KEY, begun);
        direct.abort(KEY, begun);
        assertThatThrownBy(() -> direct.parts(KEY, begun)).isInstanceOf(NoSuchFileException.class);
    }
}
