package dev.owlet.runtime.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.Tables;
import dev.owlet.runtime.upload.Intake;
import dev.owlet.runtime.upload.Upload;
import dev.owlet.runtime.upload.UploadKeys;
import dev.owlet.runtime.upload.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Takes in the files that an event of S3 names.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 */
final class LambdaIngest {
    /** To write the report, and to say that time ran short. */
    private static final int RESERVE_MILLIS = 30_000;

    private final Tables tables;
    private final String prefix;
    private final IntSupplier remaining;

    /**
     * @param root of the tables: the keys of an event have its prefix, and the store's have not
     * @param remaining milliseconds until the function is stopped
     */
    LambdaIngest(Tables tables, String root, IntSupplier remaining) {
        this.tables = tables;
        this.remaining = remaining;
        String place =
                root.startsWith("s3://") ? root.substring("s3://".length()).replaceFirst("/$", "") : "";
        prefix = place.contains("/") ? place.substring(place.indexOf('/') + 1) + "/" : "";
    }

    void run(InputStream event, OutputStream output) throws IOException {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode files = answer.putArray("files");
        Exception failure = null;
        for (JsonNode entry : records(event)) {
            String key = key(entry);
            String result;
            try {
                result = take(key);
            } catch (IOException | RuntimeException e) {
                result = "failed: " + e;
                failure = e;
            }
            files.addObject().put("key", key).put("result", result);
            Log.line("ingest " + Log.oneLine(key) + ": " + Log.oneLine(result));
        }
        output.write(Json.MAPPER.writeValueAsBytes(answer));
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
    }

    /** What is no event of S3, such as the test message when one is set up, has no records. */
    private static JsonNode records(InputStream event) throws IOException {
        try {
            JsonNode node = Json.MAPPER.readTree(event.readAllBytes());
            if (!node.path("Records").isArray()) {
                Log.line("ingest: the event names no files, and is passed over");
            }
            return node.path("Records");
        } catch (JsonProcessingException e) {
            Log.line("ingest: the event is not JSON, and is passed over");
            return Json.MAPPER.createArrayNode();
        }
    }

    /** Keys come encoded as in a form: a space is a plus. */
    private static String key(JsonNode entry) {
        String key = entry.path("s3").path("object").path("key").asText("");
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return key;
        }
    }

    private String take(String key) throws IOException {
        Optional<UploadKeys.Waiting> waiting =
                key.startsWith(prefix) ? UploadKeys.waiting(key.substring(prefix.length())) : Optional.empty();
        if (waiting.isEmpty()) {
            return "passed over: it is no upload";
        }
        for (Table<?> table : tables.all()) {
            if (table.spec().folder().equals(waiting.get().folder())) {
                return take(new Uploads<>(table), waiting.get());
            }
        }
        return "passed over: there is no table for it";
    }

    private String take(Uploads<?> uploads, UploadKeys.Waiting waiting) throws IOException {
        Optional<Upload> upload = uploads.find(waiting.id());
        if (upload.isEmpty()) {
            return "passed over: nobody announced it";
        }
        Duration within = Duration.ofMillis(Math.max(0, remaining.getAsInt() - RESERVE_MILLIS));
        return Intake.run(uploads, upload.get(), Optional.of(within))
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }
}
