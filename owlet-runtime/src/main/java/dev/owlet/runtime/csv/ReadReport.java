package dev.owlet.runtime.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/**
 * How a text was understood.
 *
 * @param charset its encoding
 * @param charsetAssumed whether the encoding was told by the bytes themselves, and neither by a mark nor by the model
 * @param delimiter between cells
 * @param headings as they stand in the file, one a cell; empty when it has none
 * @param mapped the field of each heading that has one, by heading, in order of the file
 * @param unmapped headings that are no field's; their cells were not read
 */
public record ReadReport(
        Charset charset,
        boolean charsetAssumed,
        char delimiter,
        List<String> headings,
        Map<String, String> mapped,
        List<String> unmapped) {}
