package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.Column;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How files of a concept are read and written, beyond what is detected.
 *
 * @param delimiter empty: detected among comma, semicolon, tab and bar
 * @param header whether the first row holds names; without, columns come in model order
 * @param escape empty: quotes are doubled (RFC 4180); else the escape character
 * @param encoding empty: by byte order mark, else UTF-8
 * @param missing unquoted cells that stand for an absent value, apart from blank ones, which always do
 * @param headings the heading of a column where it is not its name
 * @param formats by a column's name or a type's ({@code int long double decimal date time timestamp}): for numbers the
 *     decimal mark, {@code ,} or {@code .}; else a pattern of {@link java.time.format.DateTimeFormatter}, which for a
 *     timestamp may end in a space and a time zone, such as {@code dd/MM/yyyy HH:mm Europe/Amsterdam}
 */
public record ImportSpec<T>(
        Optional<Character> delimiter,
        boolean header,
        Optional<Character> escape,
        Optional<String> encoding,
        List<String> missing,
        Map<Column<T, ?>, String> headings,
        Map<String, String> formats) {
    public ImportSpec {
        missing = List.copyOf(missing);
        headings = Collections.unmodifiableMap(new LinkedHashMap<>(headings));
        formats = Collections.unmodifiableMap(new LinkedHashMap<>(formats));
    }

    /** RFC 4180 with a header, no tokens for absent values, no formats. */
    public static <T> ImportSpec<T> standard() {
        return new ImportSpec<>(
                Optional.empty(), true, Optional.empty(), Optional.empty(), List.of(), Map.of(), Map.of());
    }

    /** The same for files that always name their columns. */
    public ImportSpec<T> withHeader() {
        return new ImportSpec<>(delimiter, true, escape, encoding, missing, headings, formats);
    }

    /** The same with another delimiter. */
    public ImportSpec<T> withDelimiter(char character) {
        return new ImportSpec<>(Optional.of(character), header, escape, encoding, missing, headings, formats);
    }
}
