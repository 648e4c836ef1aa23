package dev.owlet.runtime.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.ingest.IngestMode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.store.Fault;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.S3StandIn;
import dev.owlet.runtime.store.StoredObject;
import dev.owlet.runtime.table.Tables;
import dev.owlet.runtime.upload.Address;
import dev.owlet.runtime.upload.RingTable;
import dev.owlet.runtime.upload.SentPart;
import dev.owlet.runtime.upload.Upload;
import dev.owlet.runtime.upload.UploadState;
import dev.owlet.runtime.upload.UploadState.Status;
import dev.owlet.runtime.upload.Uploads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files on their way through a bucket: a client that only follows addresses, and events as S3 sends them. */
class LambdaIngestTest {
    private static final String ROOT = "s3://tables/owls of may";

    private final HttpClient http = HttpClient.newHttpClient();
    private S3StandIn s3;
    private ObjectStore store;
    private RingTable owls;
    private Uploads<RingTable.Owl> uploads;

    @BeforeEach
    void start() throws IOException {
        s3 = S3StandIn.start();
        store = s3.store(ROOT);
        owls = new Tables(store).add(new RingTable());
        uploads = new Uploads<>(owls);
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    private Upload announce(String text) throws IOException {
        return uploads.announce("owls of May.csv", text.length(), "text/csv", IngestMode.INSERT, List.of(), "ann");
    }

    private String send(Address address, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.url()))
                .method(address.method(), BodyPublishers.ofByteArray(body));
        address.headers().forEach(request::header);
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("etag").orElse("");
    }

    private Upload handIn(String text) throws Exception {
        Upload upload = announce(text);
        send(uploads.missing(upload).get(0), text.getBytes(UTF_8));
        return upload;
    }

    private static String key(Upload upload) {
        return "owls of may/inbox/field/owl/" + upload.id() + "/owls_of_May.csv";
    }

    private static byte[] event(List<String> keys) {
        ObjectNode event = Json.MAPPER.createObjectNode();
        for (String key : keys) {
            ObjectNode entry = event.withArray("/Records").addObject().put("eventName", "ObjectCreated:Put");
            entry.withObject("/s3/object").put("key", URLEncoder.encode(key, UTF_8));
        }
        return event.toString().getBytes(UTF_8);
    }

    private String ingest(String... keys) throws IOException {
        return ingest(event(List.of(keys)));
    }

    private String ingest(byte[] event) throws IOException {
        Tables cold = new Tables(s3.store(ROOT));
        cold.add(new RingTable());
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new LambdaIngest(cold, ROOT, () -> 900_000).run(new ByteArrayInputStream(event), answer);
        return answer.toString(UTF_8);
    }

    private UploadState state(Upload upload) throws IOException {
        return uploads.state(upload);
    }

    @Test
    void takesInWhatAnEventNames() throws Exception {
        Upload upload = handIn("ring\n1\nx\n3\n");
        assertThat(state(upload).status()).isEqualTo(Status.WAITING);

        assertThat(ingest(key(upload))).contains("\"result\":\"taken\"");

        assertThat(state(upload).status()).isEqualTo(Status.DONE);
        assertThat(state(upload).details().path("created").asInt()).isEqualTo(2);
        assertThat(owls.view().count()).isEqualTo(2);
        String url = uploads.rejectsUrl(upload, state(upload)).orElseThrow();
        assertThat(url).contains("owls_of_May-rejects.csv");
        String rejects = http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
        assertThat(rejects.lines().toList()).hasSize(2).first().isEqualTo("ring,_row,_error");
        assertThat(owls.history(5).get(0).upload()).contains(upload.id().toString());
    }

    @Test
    void eventsThatComeOftenAndOutOfOrderCountOnce() throws Exception {
        List<Upload> all = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(handIn("ring\n" + i + "\n"));
            keys.add(key(all.get(i)));
        }
        ExecutorService functions = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> running = new ArrayList<>();
            Random random = new Random(7);
            for (int i = 0; i < 5; i++) {
                List<String> shuffled = new ArrayList<>(keys);
                Collections.shuffle(shuffled, random);
                running.add(functions.submit(() -> ingest(event(shuffled))));
            }
            for (Future<String> one : running) {
                one.get();
            }
        } finally {
            functions.shutdownNow();
        }
        assertThat(owls.view().count()).isEqualTo(3);
        assertThat(owls.history(100)).hasSize(3);
        for (Upload upload : all) {
            assertThat(state(upload).details().path("created").asInt()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNoUploadIsPassedOver() throws Exception {
        Upload upload = handIn("ring\n1\n");
        String id = upload.id().toString();

        String answer = ingest(
                "elsewhere/inbox/field/owl/" + id + "/x.csv",
                "owls of may/inbox/field/owl/not-an-id/x.csv",
                "owls of may/inbox/other/" + id + "/x.csv",
                "owls of may/inbox/field/owl/00000000-0000-7000-8000-000000000000/x.csv",
                "owls of may/inbox/../delta/" + id + "/x.csv",
                key(upload));

        assertThat(answer.split("passed over", -1)).hasSize(6);
        assertThat(answer).contains("\"result\":\"taken\"");
        assertThat(ingest("{\"Event\":\"s3:TestEvent\"}".getBytes(UTF_8))).isEqualTo("{\"files\":[]}");
        assertThat(ingest("no JSON".getBytes(UTF_8))).isEqualTo("{\"files\":[]}");
    }

    @Test
    void whatStorageDeniesIsThrownAndTriedAgain() throws Exception {
        Upload good = handIn("ring\n1\n");
        Upload bad = handIn("ring\n2\n");
        s3.next(Fault.DENY, "HEAD", 1);

        assertThatThrownBy(() -> ingest(key(bad), key(good))).isInstanceOf(IOException.class);

        assertThat(state(good).status()).isEqualTo(Status.DONE);
        assertThat(state(bad).status()).isEqualTo(Status.RUNNING);
        assertThat(ingest(key(bad), key(good))).contains("taken", "passed over");
        assertThat(owls.view().count()).isEqualTo(2);
    }

    @Test
    void theThirdFailureIsTheLast() throws Exception {
        Upload upload = handIn("ring\n1\n");
        for (int i = 0; i < 3; i++) {
            assertThat(state(upload).status()).isNotEqualTo(Status.FAILED);
            s3.next(Fault.DENY, "HEAD", 1);
            assertThatThrownBy(() -> ingest(key(upload))).isInstanceOf(IOException.class);
        }
        assertThat(state(upload).status()).isEqualTo(Status.FAILED);
        assertThat(state(upload).details().path("message").asText()).contains("three times");
        assertThat(ingest(key(upload))).contains("passed over");
        assertThat(owls.view().count()).isZero();
    }

    @Test
    void aCommitWhoseReportWasLostIsFoundAgain() throws Exception {
        Upload upload = handIn("ring\n1\nx\n");
        ingest(key(upload));
        store.delete("uploads/field/owl/" + upload.id() + "/report.json");

        ingest(key(upload));

        assertThat(owls.history(5)).hasSize(1);
        assertThat(state(upload).details().path("created").asInt()).isEqualTo(1);
        assertThat(state(upload).details().path("rejected").asInt()).isEqualTo(1);
        assertThat(uploads.rejectsUrl(upload, state(upload))).isPresent();
    }

    @Test
    void aFileThatCannotBeReadIsNoFailureOfTheFunction() throws Exception {
        Upload upload = handIn("colour\nred\n");

        assertThat(ingest(key(upload))).contains("\"result\":\"refused\"");

        assertThat(state(upload).status()).isEqualTo(Status.FAILED);
        assertThat(state(upload).details().path("message").asText()).contains("ring");
    }

    @Test
    void whatWasCalledOffIsNotTakenInThoughItCame() throws Exception {
        Upload upload = announce("ring\n1\n");
        Address address = uploads.missing(upload).get(0);
        assertThat(uploads.cancel(upload, "bob")).isTrue();
        send(address, "ring\n1\n".getBytes(UTF_8));

        assertThat(ingest(key(upload))).contains("passed over");
        assertThat(state(upload).details().path("message").asText()).isEqualTo("Called off by bob.");
        assertThat(owls.view().version()).isEqualTo(-1);
    }

    @Test
    void undoTakesItBack() throws Exception {
        Upload upload = handIn("ring\n1\n2\n");
        ingest(key(upload));
        assertThat(uploads.cancel(upload, "ann")).isFalse();

        uploads.undo(upload, "ann");
        uploads.undo(upload, "ann");

        assertThat(state(upload).undone()).isTrue();
        assertThat(owls.view().count()).isZero();
        assertThat(owls.history(5)).hasSize(2);
    }

    @Test
    void aLargeFileComesInPartsAndGoesOnAfterAStop() throws Exception {
        byte[] file = new byte[(int) Upload.MAX_WHOLE + 5];
        Arrays.fill(file, (byte) '\n');
        System.arraycopy("ring\n1\n".getBytes(UTF_8), 0, file, 0, 7);
        file[file.length - 1] = '2';
        Upload upload = uploads.announce("o.csv", file.length, "text/csv", IngestMode.INSERT, List.of(), "ann");
        List<SentPart> sent = new ArrayList<>();
        for (Address address : uploads.missing(upload).subList(0, 2)) {
            sent.add(new SentPart(address.number(), send(address, part(file, address))));
        }
        Upload found = uploads.find(upload.id()).orElseThrow();
        assertThat(uploads.missing(found)).extracting(Address::number).containsExactly(3, 4, 5);
        for (Address address : uploads.missing(found)) {
            sent.add(new SentPart(address.number(), send(address, part(file, address))));
        }
        uploads.complete(found, sent);
        uploads.complete(found, sent);

        ingest("owls of may/inbox/field/owl/" + upload.id() + "/o.csv");

        assertThat(owls.view().count()).isEqualTo(2);
        assertThat(store.listAll("inbox")).extracting(StoredObject::size).containsExactly((long) file.length);
    }

    private static byte[] part(byte[] file, Address address) {
        return Arrays.copyOfRange(file, (int) address.from(), (int) (address.from() + address.size()));
    }
}
