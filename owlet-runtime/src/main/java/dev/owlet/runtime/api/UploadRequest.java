package dev.owlet.runtime.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.ingest.IngestMode;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Suggestions;
import dev.owlet.runtime.row.Violations;
import dev.owlet.runtime.table.TableSpec;
import dev.owlet.runtime.upload.Uploads;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file that somebody wants to hand in. Its name and type come back in headers and addresses, so that they are held to what
 * is harmless there.
 */
record UploadRequest(String filename, long size, String contentType, IngestMode mode, List<String> match) {
    private static final Set<String> MEMBERS = Set.of("filename", "size", "contentType", "mode", "match");
    private static final String BINARY = "application/octet-stream";
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TYPE = 100;

    /** RFC 9110, section 8.3.1, as far as files need it. */
    private static final Pattern TYPE =
            Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+(; ?[a-z0-9-]+=[\\w.-]+)*", Pattern.CASE_INSENSITIVE);

    static UploadRequest of(Request request, TableSpec<?> spec) {
        ObjectNode body = Bodies.object(request, List.of("application/json"));
        Violations faults = new Violations();
        for (String name : (Iterable<String>) body::fieldNames) {
            if (!MEMBERS.contains(name)) {
                faults.add("/" + name, "unknown", "is no part of an announcement" + Suggestions.of(name, MEMBERS));
            }
        }
        UploadRequest read = new UploadRequest(
                filename(body, faults),
                size(body, faults),
                contentType(body, faults),
                mode(body, faults),
                match(body, spec, faults));
        Faults.refuse(faults);
        if (read.size() > Uploads.MAX_SIZE) {
            throw new ProblemException(
                    413,
                    "A file has at most " + (Uploads.MAX_SIZE >> 20) + " MiB, and this one "
                            + ((read.size() - 1 >> 20) + 1) + ". Send it in parts, or packed as .gz or .zip.");
        }
        return read;
    }

    private static String filename(ObjectNode body, Violations faults) {
        String name = body.path("filename").asText("").strip();
        if (!body.path("filename").isTextual() || name.isEmpty()) {
            faults.add("/filename", "required", "must be the name of the file");
        } else if (name.length() > LONGEST_NAME) {
            faults.add("/filename", "max", "must have at most " + LONGEST_NAME + " characters");
        } else if (name.codePoints().anyMatch(UploadRequest::isForbidden) || name.equals(".") || name.equals("..")) {
            faults.add("/filename", "pattern", "must be a name without folders and control characters");
        }
        return name;
    }

    /** Format characters can turn the direction of a name around, so that it reads like another. */
    private static boolean isForbidden(int c) {
        int kind = Character.getType(c);
        return c == '/'
                || c == '\\'
                || Character.isISOControl(c)
                || kind == Character.FORMAT
                || kind == Character.SURROGATE
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR;
    }

    private static long size(ObjectNode body, Violations faults) {
        JsonNode size = body.path("size");
        if (!size.canConvertToLong() || !size.isIntegralNumber() || size.asLong() < 1) {
            faults.add("/size", "min", "must be the number of the file's bytes, at least 1");
            return 0;
        }
        return size.asLong();
    }

    private static String contentType(ObjectNode body, Violations faults) {
        String type = body.path("contentType").asText("").strip();
        if (type.length() > LONGEST_TYPE
                || !(type.isEmpty() || TYPE.matcher(type).matches())) {
            faults.add("/contentType", "pattern", "must be a media type such as text/csv");
        }
        return type.isEmpty() ? BINARY : type;
    }

    private static IngestMode mode(ObjectNode body, Violations faults) {
        String mode = body.path("mode").asText("insert");
        if (!mode.equals("insert") && !mode.equals("upsert")) {
            faults.add("/mode", "enum", "must be insert or upsert");
        }
        return mode.equals("upsert") ? IngestMode.UPSERT : IngestMode.INSERT;
    }

    private static List<String> match(ObjectNode body, TableSpec<?> spec, Violations faults) {
        List<String> match = new ArrayList<>();
        body.path("match").forEach(field -> match.add(field.asText()));
        if (body.has("match") && !body.path("match").isArray()) {
            faults.add("/match", "type", "must be a list of fields");
        } else if (!match.isEmpty() && unique(match, spec).isEmpty()) {
            faults.add("/match", "enum", "must be the fields of one of the unique sets of " + spec.name());
        } else if (!match.isEmpty() && !body.path("mode").asText().equals("upsert")) {
            faults.add("/match", "enum", "is for the mode upsert");
        }
        return unique(match, spec);
    }

    /** The set of these fields, in the order of the model; empty when there is none. */
    private static <T> List<String> unique(List<String> match, TableSpec<T> spec) {
        Set<String> fields = new HashSet<>(match);
        return spec.unique().stream()
                .map(set -> set.stream().map(Column::name).toList())
                .filter(set -> set.size() == match.size() && fields.equals(Set.copyOf(set)))
                .findFirst()
                .orElse(List.of());
    }
}
