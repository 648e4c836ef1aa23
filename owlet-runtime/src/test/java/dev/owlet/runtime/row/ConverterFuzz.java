package dev.owlet.runtime.row;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Texts as values of every type: a value that is written and read again as an equal one, or a sentence. Run as the files
 * of {@code FormatFuzz} are.
 */
public final class ConverterFuzz {
    private static final List<ValueType<?>> TYPES = List.of(
            ValueType.bool(),
            ValueType.integer(),
            ValueType.longInteger(),
            ValueType.doubleFloat(),
            ValueType.decimal(9, 4),
            ValueType.decimal(38, 0),
            ValueType.text(),
            ValueType.uuid(),
            ValueType.date(),
            ValueType.time(),
            ValueType.timestamp(),
            ValueType.json(),
            Owl.Kind.type(),
            ValueType.listOf(ValueType.decimal(6, 2)),
            ValueType.struct(Owl.Position.TYPE));

    private ConverterFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        TYPES.forEach(type -> convert(type, text));
    }

    private static <V> void convert(ValueType<V> type, String text) {
        Violations violations = new Violations();
        V value = type.parse(text, "/x", violations);
        V quick = type.quick(text.toCharArray(), 0, text.length());
        if (quick != null && !quick.equals(value)) {
            throw new AssertionError(type + ": " + quick + " read where it stands, " + value + " read as a text");
        }
        if (value == null && violations.isEmpty()) {
            throw new AssertionError(type + " refuses \"" + text + "\" without a reason");
        }
        if (value != null && type.compare(type.parse(type.format(value)), value) != 0) {
            throw new AssertionError(type + " does not read what it writes: " + type.format(value));
        }
    }
}
