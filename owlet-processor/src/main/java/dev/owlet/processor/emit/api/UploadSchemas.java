package dev.owlet.processor.emit.api;

import static dev.owlet.processor.emit.api.Components.count;
import static dev.owlet.processor.emit.api.Components.list;
import static dev.owlet.processor.emit.api.Components.object;
import static dev.owlet.processor.emit.api.Components.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;

/** What the routes of uploads take and answer. */
final class UploadSchemas {
    static final String FILE = "owlet.UploadFile";
    static final String ADDRESS = "owlet.UploadAddress";
    static final String UPLOAD = "owlet.Upload";
    static final String LIST = "owlet.Uploads";

    private UploadSchemas() {}

    static void addTo(ObjectNode schemas) {
        schemas.set(FILE, file());
        schemas.set(ADDRESS, with(object("id", text("").put("format", "uuid")), address()));
        schemas.set(UPLOAD, with(upload(), address()));
        schemas.set(LIST, object("items", list(Responses.schema(UPLOAD))));
    }

    private static ObjectNode file() {
        ObjectNode file = object(
                "filename", text("Its name, without folders.").put("maxLength", 255),
                "size", Json.object().put("type", "integer").put("minimum", 1).put("maximum", 1L << 30));
        ObjectNode properties = file.withObject("properties");
        properties.set("contentType", text("Media type.").put("default", "application/octet-stream"));
        properties.set("mode", mode().put("default", "insert"));
        properties.set(
                "match",
                list(Parameters.text())
                        .put(
                                "description",
                                "For upsert: fields of a unique set that know rows again; without, the key."));
        return file;
    }

    private static ObjectNode mode() {
        ObjectNode mode = text("Whether rows that exist are refused or replaced.");
        mode.set("enum", Json.strings("insert", "upsert"));
        return mode;
    }

    /** Up to 32 MiB one request, beyond that one a part. */
    private static ObjectNode address() {
        ObjectNode address = request();
        ObjectNode part = with(
                object("number", count("From 1."), "from", count("Its first byte."), "size", count("Its bytes.")),
                request());
        part.set("required", Json.strings("number", "from", "size", "url", "method", "headers"));
        address.set("parts", list(part).put("description", "Of a file beyond 32 MiB: parts that are missing."));
        address.set("complete", text("Where to say that all parts were sent."));
        return address;
    }

    private static ObjectNode request() {
        ObjectNode request = Json.object();
        request.set(
                "url",
                text("Where to send it, without a token in a header; one that begins with / is of this server."));
        request.set("method", text("PUT."));
        request.set(
                "headers",
                Json.object()
                        .put("type", "object")
                        .put("description", "To send with it, to the letter.")
                        .set("additionalProperties", Parameters.text()));
        return request;
    }

    private static ObjectNode upload() {
        ObjectNode status = Parameters.text();
        status.set("enum", Json.strings("waiting", "running", "done", "failed"));
        ObjectNode upload = object(
                "id", text("").put("format", "uuid"),
                "filename", text(""),
                "mode", mode(),
                "status", status,
                "size", count("Bytes."),
                "who", text("Who announced it."),
                "when", text("").put("format", "date-time"),
                "undone", Json.object().put("type", "boolean"));
        ObjectNode properties = upload.withObject("properties");
        properties.set("rows", count("Rows of data; so far, while it is running."));
        properties.set("accepted", count("Rows that are in."));
        properties.set("created", count(""));
        properties.set("updated", count(""));
        properties.set("rejected", count("Rows that are not."));
        properties.set("rejects", text("Where those are, as a file to mend and hand in again; good for some minutes."));
        properties.set("version", count("Version of the table that has the rows."));
        properties.set("format", text("What the file was."));
        properties.set(
                "mapped",
                Json.object()
                        .put("type", "object")
                        .put("description", "The field of each heading.")
                        .set("additionalProperties", Parameters.text()));
        properties.set("unmapped", list(text("A heading that is no field's.")));
        properties.set("assumed", list(text("What was taken for granted, in a sentence.")));
        properties.set("errors", list(error()).put("description", "The first 1000 rows that are not in."));
        properties.set("message", text("Why it failed."));
        properties.set("cancelled", Json.object().put("type", "boolean"));
        return upload;
    }

    private static ObjectNode error() {
        ObjectNode error = object(
                "row",
                count("Among the rows of data, from 1."),
                "errors",
                list(Responses.schema(Components.VIOLATION)));
        ObjectNode properties = error.withObject("properties");
        properties.set("line", count("Of the file, from 1."));
        properties.set("cells", list(Parameters.text()).put("description", "The row as it came."));
        return error;
    }

    private static ObjectNode with(ObjectNode schema, ObjectNode more) {
        schema.withObject("properties").setAll(more);
        return schema;
    }
}
