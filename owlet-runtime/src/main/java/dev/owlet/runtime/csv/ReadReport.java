package dev.owlet.runtime.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/**
 * How a file was understood.
 *
 * @param charset its encoding
 * @param delimiter between cells
 * @param mapped the field of each heading that has one, by heading, in order of the file
 * @param unmapped headings that are no field's; their cells were not read
 */
public record ReadReport(Charset charset, char delimiter, Map<String, String> mapped, List<String> unmapped) {}
