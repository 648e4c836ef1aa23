package dev.owlet.processor.emit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Prints a tree with every member and every item on a line of its own, so that one more field changes only lines about
 * that field.
 */
final class JsonPrinter {
    private final StringBuilder out = new StringBuilder();

    String print(JsonNode tree) {
        value(tree, 0);
        return out.append('\n').toString();
    }

    private void value(JsonNode node, int depth) {
        if (node.isObject()) {
            object(node, depth);
        } else if (node.isArray()) {
            array(node, depth);
        } else if (node.isTextual()) {
            text(node.textValue());
        } else if (node instanceof DecimalNode number) {
            out.append(number.decimalValue().toPlainString());
        } else {
            out.append(node.asText("null"));
        }
    }

    private void object(JsonNode node, int depth) {
        if (node.isEmpty()) {
            out.append("{}");
            return;
        }
        String separator = "{";
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            out.append(separator);
            line(depth + 1);
            text(member.getKey());
            out.append(": ");
            value(member.getValue(), depth + 1);
            separator = ",";
        }
        line(depth);
        out.append('}');
    }

    private void array(JsonNode node, int depth) {
        if (node.isEmpty()) {
            out.append("[]");
            return;
        }
        String separator = "[";
        for (Iterator<JsonNode> items = node.elements(); items.hasNext(); separator = ",") {
            out.append(separator);
            line(depth + 1);
            value(items.next(), depth + 1);
        }
        line(depth);
        out.append(']');
    }

    private void line(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    /**
     * RFC 8259, section 7; escaped are also line separators, which JavaScript once took for line ends, and halves of
     * surrogate pairs, which UTF-8 cannot hold.
     */
    private void text(String text) {
        out.append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> character(c);
            }
        });
        out.append('"');
    }

    private void character(int c) {
        if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || Character.getType(c) == Character.SURROGATE) {
            out.append(String.format("\\u%04x", c));
        } else {
            out.appendCodePoint(c);
        }
    }
}
