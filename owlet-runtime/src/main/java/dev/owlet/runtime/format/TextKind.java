package dev.owlet.runtime.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.Json;
import java.nio.charset.StandardCharsets;

/** What a text is: by its name where that is plain, else by how it begins. */
enum TextKind {
    CSV,
    JSON,
    NDJSON;

    /** So many bytes tell. */
    static final int HEAD = 1 << 16;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static TextKind of(Opening opening, byte[] head) {
        if (opening.endsWith(".csv", ".tsv", ".tab", ".txt", ".dat")) {
            return CSV;
        }
        if (opening.endsWith(".ndjson", ".jsonl")) {
            return NDJSON;
        }
        String text = text(head).stripLeading();
        if (text.startsWith("[") && (opening.endsWith(".json") || isList(text))) {
            return JSON;
        }
        if (text.startsWith("{")) {
            return isObjectALine(text) ? NDJSON : JSON;
        }
        return opening.endsWith(".json") ? JSON : CSV;
    }

    private static String text(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean isList(String text) {
        String rest = text.substring(1).stripLeading();
        return rest.startsWith("{") || rest.startsWith("]");
    }

    /** Whether the first line is a whole object, and no list lies in it unless more lines follow. */
    private static boolean isObjectALine(String text) {
        int end = text.indexOf('\n');
        boolean only = end < 0 || text.substring(end).isBlank();
        try {
            JsonNode object = Json.MAPPER.readTree(end < 0 ? text : text.substring(0, end));
            return object.isObject()
                    && !(only && object.properties().stream().anyMatch(field -> isListOfObjects(field.getValue())));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean isListOfObjects(JsonNode node) {
        return node.isArray() && node.path(0).isObject();
    }
}
