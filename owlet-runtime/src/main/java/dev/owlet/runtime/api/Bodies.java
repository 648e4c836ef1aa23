package dev.owlet.runtime.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.row.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** JSON in and out of requests. Messages about bad JSON say where, never what: a body may hold anything. */
final class Bodies {
    /** Writes one JSON value. */
    interface Writer {
        void write(JsonGenerator out) throws IOException;
    }

    private Bodies() {}

    /** The media type of the body, lower case, without parameters; JSON when the request does not say. */
    static String mediaType(Request request) {
        String type = request.header("content-type").orElse("application/json");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** @throws ProblemException 415 */
    static ProblemException unsupported(Request request, List<String> supported) {
        return new ProblemException(
                415,
                "This route takes " + String.join(", ", supported) + ", not "
                        + mediaType(request).replaceAll("[^a-z0-9!#$&^_.+/-]", "?") + ".");
    }

    /** The JSON object of the body. */
    static ObjectNode object(Request request, List<String> mediaTypes) {
        if (!mediaTypes.contains(mediaType(request))) {
            throw unsupported(request, mediaTypes);
        }
        if (parse(request.body()) instanceof ObjectNode object) {
            return object;
        }
        throw new ProblemException(400, "The body must be a JSON object.");
    }

    private static JsonNode parse(byte[] json) {
        try {
            JsonNode node = Json.MAPPER.readTree(json);
            if (node == null || node.isMissingNode()) {
                throw new ProblemException(400, "The body is empty: it must be JSON.");
            }
            return node;
        } catch (StreamConstraintsException e) {
            throw new ProblemException(400, "The JSON" + Json.place(e) + " is nested too deeply or too long.");
        } catch (JsonProcessingException e) {
            throw new ProblemException(400, "The body is not valid JSON" + Json.place(e) + ".");
        } catch (IOException e) {
            throw new ProblemException(400, "The body is not UTF-8 text.");
        }
    }

    static Response json(int status, Writer writer) {
        return Response.json(status, bytes(writer));
    }

    static byte[] bytes(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.MAPPER.createGenerator(bytes)) {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
