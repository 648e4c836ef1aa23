package dev.owlet.runtime.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.delta.LoggedCommit;
import dev.owlet.runtime.row.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What commits tell of uploads: a Delta transaction identifier each for what an upload brought and for its undoing, and in
 * the metadata which upload it was and what became of it.
 */
final class Uploads {
    private static final String UPLOAD = "upload";
    private static final String RECEIPT = "receipt";

    private Uploads() {}

    /** Application id of the commit that an upload made. */
    static String app(String upload) {
        return Replays.app("upload", upload);
    }

    /** Application id of the commit that undid an upload. */
    static String undoApp(String upload) {
        return Replays.app("undo", upload);
    }

    /** @param receipt of who made the upload: a JSON object */
    static String metadata(String upload, String receipt) {
        ObjectNode node = Json.MAPPER.createObjectNode().put(UPLOAD, upload);
        node.set(RECEIPT, tree(receipt));
        return node.toString();
    }

    /** The upload that a commit is about. */
    static Optional<String> upload(LoggedCommit commit) {
        return commit.userMetadata()
                .filter(text -> text.startsWith("{\"" + UPLOAD + "\""))
                .map(text -> tree(text).path(UPLOAD).asText());
    }

    static String receipt(LoggedCommit commit) {
        return commit.userMetadata()
                .map(text -> tree(text).path(RECEIPT).toString())
                .orElse("{}");
    }

    private static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
