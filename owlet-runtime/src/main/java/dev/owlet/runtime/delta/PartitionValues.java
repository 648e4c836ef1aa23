package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.BadValueException;
import dev.owlet.runtime.row.Column;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of the partition that a file belongs to: text by column, as the protocol has it in the section
 * "Partition Value Serialization". Empty text is null, whatever the type; a time without a zone is in UTC.
 */
final class PartitionValues {
    static final PartitionValues NONE = new PartitionValues(Map.of());

    /** Hive's name for null, which folders of all engines bear. */
    private static final String NULL_FOLDER = "__HIVE_DEFAULT_PARTITION__";

    /** A folder's name is for people: a longer value is cut, as file systems take no longer names. */
    private static final int MAX_FOLDER = 100;

    private static final String UNRESERVED = "-_";

    private final Map<String, @Nullable String> values;

    PartitionValues(Map<String, @Nullable String> values) {
        this.values = values;
    }

    /** Whether a column's value, null too, is said here, under its name or an earlier one. */
    boolean has(Column<?, ?> column) {
        return name(column) != null;
    }

    /** @throws BadValueException when the text is no value of the column's type */
    <V> @Nullable V get(Column<?, V> column) {
        String name = name(column);
        String text = name == null ? null : values.get(name);
        return text == null || text.isEmpty() ? null : column.type().parse(text);
    }

    private @Nullable String name(Column<?, ?> column) {
        if (values.isEmpty()) {
            return null;
        }
        return Stream.concat(Stream.of(column.name()), column.was().stream())
                .flatMap(name -> values.keySet().stream().filter(name::equalsIgnoreCase))
                .findFirst()
                .orElse(null);
    }

    /**
     * The folder for files of a partition, such as {@code species=TYTO_ALBA/_seen_at_year=2024/}; empty without
     * partition columns. Names of folders are percent-encoded, to be safe in paths everywhere; in the log's path, which
     * this is, they are so once more.
     */
    static String path(Map<String, @Nullable String> values) {
        return values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + folder(entry.getValue()) + "/")
                .collect(Collectors.joining())
                .replace("%", "%25");
    }

    private static String folder(@Nullable String value) {
        return value == null || value.isEmpty() ? NULL_FOLDER : encoded(value);
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (encoded.length() >= MAX_FOLDER) {
                break;
            }
            if (isPlain((char) (b & 0xff))) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(String.format("%02X", b & 0xff));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
    }
}
