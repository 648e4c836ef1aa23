package dev.owlet.runtime.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.upload.Address;
import dev.owlet.runtime.upload.Upload;
import dev.owlet.runtime.upload.UploadState;
import dev.owlet.runtime.upload.UploadState.Status;
import dev.owlet.runtime.upload.Uploads;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Uploads as the API tells of them. */
final class UploadJson {
    /** What a list leaves out. */
    private static final Set<String> LONG = Set.of("errors", "mapped", "unmapped", "assumed");

    private static final Set<String> OURS = Set.of("status", "rejects", "taken");

    private final Uploads<?> uploads;
    private final String path;

    /** @param path of the concept in the API */
    UploadJson(Uploads<?> uploads, String path) {
        this.uploads = uploads;
        this.path = path;
    }

    String location(Upload upload) {
        return "/api/" + path + "/uploads/" + upload.id();
    }

    /** What to send where. */
    ObjectNode announced(Upload upload) throws IOException {
        ObjectNode node = Json.MAPPER.createObjectNode().put("id", upload.id().toString());
        addresses(node, upload);
        return node;
    }

    /** All there is to know, with an address for what is missing and for what was refused. */
    ObjectNode whole(Upload upload) throws IOException {
        UploadState state = uploads.state(upload);
        ObjectNode node = about(upload, state);
        node.setAll(details(state));
        Optional<String> rejects = uploads.rejectsUrl(upload, state);
        rejects.ifPresent(url -> node.put("rejects", url));
        if (state.status() == Status.WAITING) {
            addresses(node, upload);
        }
        return node;
    }

    ObjectNode item(Upload upload) throws IOException {
        UploadState state = uploads.state(upload);
        ObjectNode node = about(upload, state);
        node.setAll(details(state).remove(LONG));
        return node;
    }

    private static ObjectNode details(UploadState state) {
        return state.details().deepCopy().remove(OURS);
    }

    private static ObjectNode about(Upload upload, UploadState state) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", upload.id().toString())
                .put("filename", upload.filename())
                .put("mode", upload.modeWord())
                .put("status", state.status().word())
                .put("size", upload.size())
                .put("who", upload.user())
                .put("when", upload.when().toString())
                .put("undone", state.undone());
    }

    private void addresses(ObjectNode node, Upload upload) throws IOException {
        List<Address> missing = uploads.missing(upload);
        if (upload.inParts()) {
            for (Address address : missing) {
                ObjectNode part = node.withArray("/parts")
                        .addObject()
                        .put("number", address.number())
                        .put("from", address.from())
                        .put("size", address.size());
                add(part, address);
            }
            node.withArray("/parts");
            node.put("complete", location(upload) + "/complete");
        } else if (!missing.isEmpty()) {
            add(node, missing.get(0));
        }
    }

    private static void add(ObjectNode node, Address address) {
        node.put("url", address.url()).put("method", address.method());
        address.headers().forEach(node.putObject("headers")::put);
    }
}
