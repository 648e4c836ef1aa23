package dev.owlet.runtime.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file was understood.
 *
 * @param wrapped what was around it, the outermost first: {@code gzip}, {@code zip}
 * @param part the file within a zip file, the sheet of a workbook or the list of a JSON object that was read
 * @param encoding of a text
 * @param delimiter of delimited text
 * @param headings as they stand in the file, one a cell; empty when it has none, and of JSON
 * @param mapped the field of each heading that has one, by heading, in order of the file
 * @param unmapped headings that are no field's; their values were not read
 * @param assumed a sentence for all that was taken for granted and might have been meant otherwise
 */
public record FormatReport(
        FileFormat format,
        List<String> wrapped,
        Optional<String> part,
        Optional<String> encoding,
        Optional<Character> delimiter,
        List<String> headings,
        Map<String, String> mapped,
        List<String> unmapped,
        List<String> assumed) {
    public FormatReport {
        wrapped = List.copyOf(wrapped);
        headings = List.copyOf(headings);
        mapped = Collections.unmodifiableMap(new LinkedHashMap<>(mapped));
        unmapped = List.copyOf(unmapped);
        assumed = List.copyOf(assumed);
    }
}
