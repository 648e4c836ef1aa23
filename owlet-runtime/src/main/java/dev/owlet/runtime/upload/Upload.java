package dev.owlet.runtime.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.ingest.IngestMode;
import dev.owlet.runtime.row.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A file as it was announced. Never changes; lies in the store at {@link UploadKeys#announcement}.
 *
 * @param id time-ordered, so that names in the store are
 * @param filename as its owner calls it: one line, no folders
 * @param size bytes
 * @param mode what becomes of rows that the table has already
 * @param match fields of a unique set by which an upsert knows rows again; by their key when empty
 * @param user who announced it
 * @param begun identifies the object in parts, where the store makes it of parts
 * @param secret what addresses on the local server are signed with
 */
public record Upload(
        UUID id,
        String filename,
        long size,
        String contentType,
        IngestMode mode,
        List<String> match,
        String user,
        Instant when,
        Optional<String> begun,
        String secret) {
    /** Bytes of a file that comes by one request; a larger one comes in parts. */
    public static final long MAX_WHOLE = 32L << 20;

    /** Bytes of a part, but for the last. */
    public static final long PART = 8L << 20;

    public Upload {
        match = List.copyOf(match);
    }

    /** By how many requests it comes. */
    public int parts() {
        return inParts() ? (int) ((size + PART - 1) / PART) : 1;
    }

    public boolean inParts() {
        return size > MAX_WHOLE;
    }

    /** @param number from 1 */
    public long sizeOf(int number) {
        return inParts() ? Math.min(PART, size - fromOf(number)) : size;
    }

    /** The place of a part's first byte in the file. */
    public long fromOf(int number) {
        return (number - 1) * PART;
    }

    public String modeWord() {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /** The same, to be made of parts under an identifier. */
    Upload begun(Optional<String> identifier) {
        return new Upload(id, filename, size, contentType, mode, match, user, when, identifier, secret);
    }

    byte[] json() {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("id", id.toString())
                .put("filename", filename)
                .put("size", size)
                .put("contentType", contentType)
                .put("mode", modeWord())
                .put("user", user)
                .put("when", when.toString())
                .put("secret", secret);
        if (!match.isEmpty()) {
            match.forEach(node.putArray("match")::add);
        }
        begun.ifPresent(text -> node.put("begun", text));
        return node.toString().getBytes(UTF_8);
    }

    static Upload of(byte[] json) throws IOException {
        JsonNode node = Json.MAPPER.readTree(json);
        List<String> match = new ArrayList<>();
        node.path("match").forEach(field -> match.add(field.asText()));
        return new Upload(
                UUID.fromString(node.path("id").asText()),
                node.path("filename").asText(),
                node.path("size").asLong(),
                node.path("contentType").asText(),
                IngestMode.valueOf(node.path("mode").asText().toUpperCase(Locale.ROOT)),
                match,
                node.path("user").asText(),
                Instant.parse(node.path("when").asText()),
                Optional.ofNullable(node.path("begun").textValue()),
                node.path("secret").asText());
    }
}
