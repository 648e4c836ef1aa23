package dev.owlet.runtime.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.owlet.runtime.csv.CsvWriter;
import dev.owlet.runtime.csv.Headings;
import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.delta.RowFiles;
import dev.owlet.runtime.format.MemoryFile;
import dev.owlet.runtime.format.WorkbookFile;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.Owl;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.ValueType.Mode;
import dev.owlet.runtime.row.Violations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Owls as a file of each kind that is taken in, with cells that no owl can have where a test wants them; for tests. */
enum OwlFile {
    CSV("owls.csv"),
    TSV("owls.tsv"),
    HEADERLESS("headless.csv"),
    JSON("owls.json"),
    NDJSON("owls.ndjson"),
    XLSX("owls.xlsx"),
    PARQUET("owls.parquet"),
    GZIP("owls.csv.gz"),
    ZIP("owls.zip");

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final Set<String> NUMBERS =
            Set.of("age", "heartbeats", "wingspan", "weight", "position.lat", "position.lon");

    final String filename;

    OwlFile(String filename) {
        this.filename = filename;
    }

    boolean isJson() {
        return this == JSON || this == NDJSON;
    }

    /**
     * The file.
     *
     * @param spec how the concept's files are written
     * @param broken what becomes of its text
     * @param texts fields that the file has as texts, where it knows types
     */
    byte[] of(ImportSpec<Owl> spec, List<Owl> owls, UnaryOperator<String> broken, Set<String> texts)
            throws IOException {
        return switch (this) {
            case CSV, HEADERLESS -> broken.apply(csv(spec, owls)).getBytes(UTF_8);
            case TSV ->
                broken.apply(csv(spec.delimiter().isEmpty() ? spec.withDelimiter('\t') : spec, owls))
                        .getBytes(UTF_8);
            case GZIP ->
                MemoryFile.of("owls.csv", broken.apply(csv(spec, owls)))
                        .gzipped()
                        .bytes();
            case ZIP ->
                MemoryFile.zip(
                                filename,
                                Map.of("owls.csv", broken.apply(csv(spec, owls)).getBytes(UTF_8)))
                        .bytes();
            case NDJSON -> broken.apply(ndjson(owls)).getBytes(UTF_8);
            case JSON -> ("[" + broken.apply(ndjson(owls)).strip().replace("\n", ",\n") + "]").getBytes(UTF_8);
            case XLSX -> workbook(spec, broken.apply(csv(plain(spec), owls)));
            case PARQUET -> parquet(broken.apply(ndjson(owls)), texts);
        };
    }

    private static String csv(ImportSpec<Owl> spec, List<Owl> owls) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter<Owl> writer = CsvWriter.open(Owl.TYPE, spec, bytes)) {
            owls.forEach(writer::write);
        }
        return bytes.toString(UTF_8);
    }

    private static String ndjson(List<Owl> owls) {
        return owls.stream().map(Owl.TYPE::toJson).collect(Collectors.joining("\n"));
    }

    private static ImportSpec<Owl> plain(ImportSpec<Owl> spec) {
        return new ImportSpec<>(
                Optional.empty(),
                spec.header(),
                Optional.empty(),
                Optional.empty(),
                spec.missing(),
                spec.headings(),
                Map.of());
    }

    private static byte[] workbook(ImportSpec<Owl> spec, String csv) throws IOException {
        List<String> columns = Headings.inModelOrder(Owl.TYPE, spec);
        StringBuilder rows = new StringBuilder();
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(csv)) {
            for (CsvRecord line : records) {
                List<String> cells = line.getFields();
                boolean header = spec.header() && rows.isEmpty();
                columns = header ? cells : columns;
                rows.append("<row>");
                for (int i = 0; i < cells.size(); i++) {
                    rows.append(header ? text(cells.get(i)) : cell(columns.get(i), cells.get(i)));
                }
                rows.append("</row>");
            }
        }
        return new WorkbookFile()
                .sheet("Owls", "visible", rows.toString())
                .file()
                .bytes();
    }

    /** Of the type that a spreadsheet gives such a text, unless it could not hold it. */
    private static String cell(String column, String text) {
        if (NUMBERS.contains(column) && text.matches("-?\\d{1,15}|-?\\d+\\.\\d+(E-?\\d+)?")) {
            return "<c><v>" + text + "</v></c>";
        }
        if (column.equals("tame") && !text.isEmpty()) {
            return "<c t='b'><v>" + (text.equals("true") ? 1 : 0) + "</v></c>";
        }
        try {
            return switch (column) {
                case "hatched" -> moment(1, LocalDate.parse(text).atStartOfDay());
                case "wakes" -> moment(3, LocalTime.parse(text).atDate(DAY_ZERO));
                case "seen_at" -> moment(2, OffsetDateTime.parse(text).toLocalDateTime());
                default -> text(text);
            };
        } catch (DateTimeException e) {
            return text(text);
        }
    }

    /** Days since the end of 1899; for none before March 1900, as sheets have a 29 February in that year. */
    private static String moment(int style, LocalDateTime time) {
        double days = Duration.between(DAY_ZERO.atStartOfDay(), time).toMillis() / 86_400_000.0;
        if (days < 0 || (days >= 1 && days < 61)) {
            throw new DateTimeException("no day of a sheet");
        }
        return "<c s='" + style + "'><v>" + days + "</v></c>";
    }

    private static String text(String text) {
        String xml = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\r", "&#13;")
                .replace("\u0001", "");
        return "<c t='inlineStr'><is><t>" + xml + "</t></is></c>";
    }

    private static byte[] parquet(String lines, Set<String> texts) throws IOException {
        List<Column<JsonNode, ?>> columns = new ArrayList<>();
        for (Column<Owl, ?> column : Owl.TYPE.columns()) {
            columns.add(
                    texts.contains(column.name())
                            ? Column.optional(
                                    column.name(),
                                    ValueType.text(),
                                    row -> row.hasNonNull(column.name())
                                            ? row.get(column.name()).asText()
                                            : null)
                            : unchecked(column.name(), column.type()));
        }
        RowType<JsonNode> type = new RowType<>("Owl", columns, values -> {}, (values, violations) -> {}, values -> {
            throw new UnsupportedOperationException();
        });
        List<JsonNode> rows = new ArrayList<>();
        for (String line : lines.split("\n")) {
            rows.add(Json.MAPPER.readTree(line));
        }
        return RowFiles.bytes(type, rows);
    }

    private static <V> Column<JsonNode, V> unchecked(String name, ValueType<V> type) {
        return Column.optional(name, type, row -> row.hasNonNull(name) ? value(type, row.get(name)) : null);
    }

    /** Whatever the rules of a shape say of it. */
    @SuppressWarnings("unchecked")
    private static <V> @Nullable V value(ValueType<V> type, JsonNode node) {
        return node.has("lat")
                ? (V) Json.MAPPER.convertValue(node, Owl.Position.class)
                : type.read(node, Mode.IMPORT, "", new Violations());
    }
}
