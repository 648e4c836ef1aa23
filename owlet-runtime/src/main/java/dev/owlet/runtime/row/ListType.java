package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A list of values of one type; an absent element is a violation. */
public final class ListType<V> extends ValueType<List<V>> {
    private final ValueType<V> element;

    ListType(ValueType<V> element) {
        this.element = element;
    }

    public ValueType<V> element() {
        return element;
    }

    @Override
    public Kind kind() {
        return Kind.LIST;
    }

    @Override
    public @Nullable List<V> read(JsonNode node, Mode mode, String pointer, Violations violations) {
        if (!node.isArray()) {
            violations.add(pointer, "type", "must be a list");
            return null;
        }
        List<V> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            String at = Pointers.child(pointer, i);
            if (node.get(i).isNull()) {
                violations.add(at, "required", "is required");
                continue;
            }
            V value = element.read(node.get(i), mode, at, violations);
            if (value != null) {
                values.add(value);
            }
        }
        return values.size() == node.size() ? values : null;
    }

    @Override
    public void write(List<V> value, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (V v : value) {
            element.write(v, out);
        }
        out.writeEndArray();
    }

    @Override
    public List<V> parse(String text) {
        return Json.parse(this, text);
    }

    @Override
    public @Nullable List<V> parse(String text, String pointer, Violations violations) {
        return Json.read(this, text, pointer, violations);
    }

    @Override
    public String format(List<V> value) {
        return Json.format(this, value);
    }

    @Override
    Predicate<List<V>> containing(String text) {
        V sought = element.parse(text);
        return values -> values.stream().anyMatch(value -> element.compare(value, sought) == 0);
    }

    @Override
    public int compare(List<V> a, List<V> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = element.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
