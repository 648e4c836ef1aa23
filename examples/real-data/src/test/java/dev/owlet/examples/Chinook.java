package dev.owlet.examples;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The eleven tables of the source, each in the order in which they can be loaded: what is referred to comes first. */
final class Chinook {
    /** Paths of the API by names of the source. */
    static final Map<String, String> PATHS = paths();

    private final JsonNode tables;

    Chinook(Path file) throws IOException {
        tables = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(file.toFile());
    }

    private static Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("Genre", "genres");
        paths.put("MediaType", "media-types");
        paths.put("Artist", "artists");
        paths.put("Album", "albums");
        paths.put("Track", "tracks");
        paths.put("Employee", "employees");
        paths.put("Customer", "customers");
        paths.put("Invoice", "invoices");
        paths.put("InvoiceLine", "invoice-lines");
        paths.put("Playlist", "playlists");
        paths.put("PlaylistTrack", "playlist-tracks");
        return paths;
    }

    int rows(String table) {
        return tables.path(table).size();
    }

    BigDecimal sum(String table, String column) {
        BigDecimal sum = BigDecimal.ZERO.setScale(2);
        for (JsonNode row : tables.path(table)) {
            sum = sum.add(row.path(column).decimalValue());
        }
        return sum;
    }

    /** A table as a spreadsheet would export it. */
    String csv(String table) {
        StringWriter text = new StringWriter();
        List<String> headings = new ArrayList<>();
        tables.path(table).path(0).fieldNames().forEachRemaining(headings::add);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings);
            for (JsonNode row : tables.path(table)) {
                csv.writeRecord(
                        headings.stream().map(name -> cell(row.path(name))).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }
}
