package dev.owlet.processor.infer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads delimited text (RFC 4180 and its relatives), finding the delimiter and whether there is a header. */
final class DelimitedReader {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int PROBE = 100;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

    private DelimitedReader() {}

    static Sheet read(byte[] bytes) {
        TextDecoder decoded = TextDecoder.decode(bytes);
        char delimiter = delimiter(decoded.text());
        List<List<String>> records = records(decoded.text(), delimiter, Integer.MAX_VALUE);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("the file holds no rows");
        }
        boolean hasHeader = looksLikeHeader(records.get(0));
        int width = records.stream().mapToInt(List::size).max().orElse(0);
        return new Sheet(
                headings(hasHeader ? records.get(0) : List.of(), width, delimiter),
                hasHeader,
                padded(hasHeader ? records.subList(1, records.size()) : records, width),
                "delimiter " + Yaml.quote(String.valueOf(delimiter)) + ", " + decoded.charset(),
                settings(decoded, delimiter, hasHeader));
    }

    private static List<String> settings(TextDecoder decoded, char delimiter, boolean hasHeader) {
        List<String> settings = new ArrayList<>();
        if (delimiter != ',') {
            settings.add("delimiter: " + Yaml.quote(String.valueOf(delimiter)));
        }
        if (!hasHeader) {
            settings.add("header: none");
        }
        if (!decoded.charset().equals(StandardCharsets.UTF_8)) {
            settings.add("encoding: " + decoded.charset());
        }
        return settings;
    }

    /** The delimiter that makes the most columns of the most records alike. */
    private static char delimiter(String text) {
        char best = ',';
        long bestScore = 0;
        for (char candidate : DELIMITERS) {
            List<List<String>> records = records(text, candidate, PROBE);
            int width = records.isEmpty() ? 0 : records.get(0).size();
            long alike = records.stream().filter(r -> r.size() == width).count();
            long score = width < 2 ? 0 : alike * 1000 / records.size() * 1000 + width;
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static List<List<String>> records(String text, char delimiter, int limit) {
        List<List<String>> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                if (records.size() == limit) {
                    break;
                }
                records.add(row.getFields());
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("the file is not delimited text: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    /** Headings are words: a number or nothing in the first record means that it is data. */
    private static boolean looksLikeHeader(List<String> first) {
        return first.stream()
                .noneMatch(
                        cell -> cell.isBlank() || NUMBER.matcher(cell.strip()).matches());
    }

    private static List<Sheet.Heading> headings(List<String> names, int width, char delimiter) {
        List<Sheet.Heading> headings = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String name = i < names.size() ? names.get(i) : "";
            headings.add(new Sheet.Heading(name, false, false, delimiter != ','));
        }
        return headings;
    }

    private static List<List<String>> padded(List<List<String>> records, int width) {
        return records.stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(row);
                    while (cells.size() < width) {
                        cells.add("");
                    }
                    return List.copyOf(cells);
                })
                .toList();
    }
}
