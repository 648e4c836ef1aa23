package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A closed set of values, stored and sent as their codes; an import knows them by their labels, without case, too. */
public final class EnumValueType<E extends Enum<E>> extends ValueType<E> {
    /** So many codes are looked through faster than a map finds one. */
    private static final int QUICK = 12;

    private final List<E> values;
    private final String[] codes;
    private final Function<E, String> code;
    private final Map<String, E> byCode = new LinkedHashMap<>();
    private final Map<String, E> byLabel = new LinkedHashMap<>();

    EnumValueType(List<E> values, Function<E, String> code, Function<E, String> label) {
        this.values = List.copyOf(values);
        this.code = code;
        codes = values.stream().map(code).toArray(String[]::new);
        for (E value : values) {
            byCode.put(code.apply(value), value);
            byLabel.putIfAbsent(label.apply(value).toLowerCase(Locale.ROOT), value);
        }
    }

    public List<E> values() {
        return values;
    }

    @Override
    public Kind kind() {
        return Kind.ENUM;
    }

    @Override
    public @Nullable E read(JsonNode node, Mode mode, String pointer, Violations violations) {
        boolean readable = node.isTextual() || (mode == Mode.IMPORT && node.isIntegralNumber());
        E value = readable ? find(node.asText(), mode) : null;
        if (value == null) {
            violations.add(pointer, "enum", expectation());
        }
        return value;
    }

    @Override
    public void write(E value, JsonGenerator out) throws IOException {
        out.writeString(code.apply(value));
    }

    @Override
    public E parse(String text) {
        E value = find(text, Mode.IMPORT);
        if (value == null) {
            throw new BadValueException("enum", expectation());
        }
        return value;
    }

    @Override
    public String format(E value) {
        return code.apply(value);
    }

    @Override
    public int compare(E a, E b) {
        return a.compareTo(b);
    }

    /** A code, without making a text of it. */
    @Override
    public @Nullable E quick(char[] text, int from, int to) {
        for (int i = 0; i < Math.min(codes.length, QUICK); i++) {
            if (isAt(codes[i], text, from, to)) {
                return values.get(i);
            }
        }
        return null;
    }

    private static boolean isAt(String code, char[] text, int from, int to) {
        if (to - from != code.length()) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            if (text[from + i] != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable E find(String text, Mode mode) {
        E value = byCode.get(text);
        if (value != null || mode == Mode.STRICT) {
            return value;
        }
        String stripped = text.strip();
        value = byCode.get(stripped);
        return value != null ? value : byLabel.get(stripped.toLowerCase(Locale.ROOT));
    }

    private String expectation() {
        String some = byCode.keySet().stream().limit(12).collect(Collectors.joining(", "));
        return "must be one of " + some + (byCode.size() > 12 ? ", …" : "");
    }
}
