package dev.owlet.runtime.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.upload.UploadState.Status;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What has become of uploads, in small objects. Each but the progress is written once, if absent: of those who decide at
 * the same time one wins, and whoever comes later, here or elsewhere, reads what was decided.
 */
final class States {
    /** How long a file is waited for. */
    static final Duration PATIENCE = Duration.ofDays(1);

    /** A run that was told of nothing for so long has been killed for good; Lambda's last attempt is over by then. */
    private static final Duration SILENCE = Duration.ofHours(1);

    private static final String INGEST = "{\"taken\":\"ingest\"}";
    private static final int ATTEMPTS = 3;

    private final ObjectStore store;
    private final UploadKeys keys;
    private final Clock clock;

    States(ObjectStore store, UploadKeys keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    UploadState of(Upload upload) throws IOException {
        Optional<ObjectNode> report = read(keys.report(upload.id()));
        if (report.isPresent()) {
            Status status = report.get().path("status").asText().equals("done") ? Status.DONE : Status.FAILED;
            boolean undone =
                    status == Status.DONE && read(keys.undone(upload.id())).isPresent();
            return new UploadState(status, report.get(), undone);
        }
        Optional<ObjectNode> claim = read(keys.claim(upload.id()));
        if (claim.isEmpty()) {
            return upload.when().plus(PATIENCE).isBefore(clock.instant())
                    ? failed("The file did not come within a day. Send it again.")
                    : new UploadState(Status.WAITING, Json.MAPPER.createObjectNode(), false);
        }
        return claim.get().has("cancelled") ? new UploadState(Status.FAILED, claim.get(), false) : running(upload);
    }

    private UploadState running(Upload upload) throws IOException {
        ObjectNode progress = read(keys.progress(upload.id())).orElseGet(Json.MAPPER::createObjectNode);
        Instant last = progress.has("at") ? Instant.parse(progress.path("at").asText()) : upload.when();
        progress.remove("at");
        return last.plus(SILENCE).isBefore(clock.instant())
                ? failed("It stopped in the middle, and nothing of it is in. Send the file again.")
                : new UploadState(Status.RUNNING, progress, false);
    }

    private static UploadState failed(String message) {
        return new UploadState(Status.FAILED, Json.MAPPER.createObjectNode().put("message", message), false);
    }

    /** @return false when it was called off before */
    boolean claim(UUID id) throws IOException {
        return create(keys.claim(id), INGEST);
    }

    /** @return false when its rows are being read, or have been */
    boolean cancel(UUID id, String user) throws IOException {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("taken", "nobody")
                .put("cancelled", true)
                .put("message", "Called off by " + user + ".");
        return create(keys.claim(id), node.toString())
                || read(keys.claim(id)).filter(claim -> claim.has("cancelled")).isPresent();
    }

    /** Asks whoever reads its rows to stop; the first who asks is named. */
    void stop(UUID id, String user) throws IOException {
        create(keys.stop(id), Json.MAPPER.createObjectNode().put("by", user).toString());
    }

    /** Who wants it stopped. */
    Optional<String> stopper(UUID id) throws IOException {
        return read(keys.stop(id)).map(stop -> stop.path("by").asText());
    }

    boolean isReported(UUID id) throws IOException {
        return read(keys.report(id)).isPresent();
    }

    void progress(UUID id, long rows, long rejected) throws IOException {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("at", clock.instant().toString())
                .put("rows", rows)
                .put("rejected", rejected);
        store.put(keys.progress(id), bytes(node.toString()), false);
    }

    /** The first report stands: a repetition found what the first one did. */
    void report(UUID id, ObjectNode report) throws IOException {
        create(keys.report(id), report.toString());
    }

    void undone(UUID id, String user) throws IOException {
        create(keys.undone(id), Json.MAPPER.createObjectNode().put("by", user).toString());
    }

    /**
     * Counts an attempt that failed by no fault of the file.
     *
     * @return whether it was the last one
     */
    boolean failedForGood(UUID id, String reason) throws IOException {
        for (int number = 1; number <= ATTEMPTS; number++) {
            ObjectNode node = Json.MAPPER
                    .createObjectNode()
                    .put("at", clock.instant().toString())
                    .put("run", UUID.randomUUID().toString())
                    .put("reason", reason);
            if (create(keys.failure(id, number), node.toString())) {
                return number == ATTEMPTS;
            }
        }
        return true;
    }

    private boolean create(String key, String json) throws IOException {
        try {
            store.put(key, bytes(json), true);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private Optional<ObjectNode> read(String key) throws IOException {
        try {
            JsonNode node = Json.MAPPER.readTree(store.get(key));
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
