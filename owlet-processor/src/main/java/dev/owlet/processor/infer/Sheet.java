package dev.owlet.processor.infer;

import java.util.List;

/**
 * A file of data as rows of text.
 *
 * @param headings one a column; empty texts when the file has no header
 * @param hasHeader whether the headings stood in the file
 * @param rows as many cells as headings; the empty text where there is nothing
 * @param source what it was read as, for people: {@code CSV, delimiter ";", UTF-8}
 * @param settings entries of the concept's {@code upload:}, such as {@code delimiter: ";"}
 */
record Sheet(List<Heading> headings, boolean hasHeader, List<List<String>> rows, String source, List<String> settings) {
    /**
     * @param isText whether the values are texts even when they look like numbers: strings of JSON
     * @param isNested whether there are objects or lists among the values
     * @param commas whether a comma may stand for the decimal point; it cannot where commas part the columns
     */
    record Heading(String name, boolean isText, boolean isNested, boolean commas) {}

    List<String> column(int index) {
        return rows.stream().map(row -> row.get(index)).toList();
    }
}
