package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Iterator;

/** Any JSON value but null, kept as given. Ordered as its text. */
final class JsonType extends ScalarType<JsonNode> {
    JsonType() {
        super(Kind.JSON);
    }

    @Override
    JsonNode strict(JsonNode node) {
        if (!isStorable(node)) {
            throw BadValueException.type("must not hold the character U+0000 nor half of a surrogate pair");
        }
        return node;
    }

    @Override
    JsonNode lenient(JsonNode node) {
        return strict(node);
    }

    @Override
    public JsonNode parse(String text) {
        return Json.parse(this, text);
    }

    /** Recursion is bounded by the nesting that {@link Json} reads. */
    private static boolean isStorable(JsonNode node) {
        if (node.isTextual()) {
            return Texts.isStorable(node.textValue());
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            if (!Texts.isStorable(names.next())) {
                return false;
            }
        }
        for (JsonNode child : node) {
            if (!isStorable(child)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void write(JsonNode value, JsonGenerator out) throws IOException {
        out.writeTree(value);
    }

    @Override
    public String format(JsonNode value) {
        return Json.format(this, value);
    }

    @Override
    public int compare(JsonNode a, JsonNode b) {
        return Texts.compare(format(a), format(b));
    }
}
