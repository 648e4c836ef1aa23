package dev.owlet.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Files of the world, from {@code OWLET_SHARED_DATA} or {@code ../shared/data} beside a checkout; none is in the project. */
class RealFilesTest {
    /** A row as its values, so that one class serves every file. */
    record Row(List<Object> values) {}

    private static RowType<Row> type(String name, Map<String, ValueType<?>> fields) {
        List<Column<Row, ?>> columns = new ArrayList<>();
        fields.forEach((field, type) -> columns.add(column(field, type)));
        return new RowType<>(
                name,
                columns,
                values -> {},
                (values, violations) -> {
                    Column<Row, ?> first = columns.get(0);
                    violations.required("/" + first.name(), values.get(first));
                },
                values -> new Row(all(columns, values)));
    }

    private static <V> Column<Row, V> column(String name, ValueType<V> type) {
        return Column.optional(name, type, row -> null);
    }

    private static List<Object> all(List<Column<Row, ?>> columns, Values values) {
        List<Object> all = new ArrayList<>();
        for (Column<Row, ?> column : columns) {
            Object value = values.get(column);
            all.add(value == null ? "" : value);
        }
        return all;
    }

    private static Map<String, ValueType<?>> fields(Object... namesAndTypes) {
        Map<String, ValueType<?>> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            fields.put((String) namesAndTypes[i], (ValueType<?>) namesAndTypes[i + 1]);
        }
        return fields;
    }

    private static ImportSpec<Row> spec(boolean header, boolean escaped, String... missing) {
        return new ImportSpec<>(
                Optional.empty(),
                header,
                escaped ? Optional.of('\\') : Optional.empty(),
                Optional.empty(),
                List.of(missing),
                Map.of(),
                Map.of());
    }

    private static FileSource require(String name) throws IOException {
        Path folder = Optional.ofNullable(System.getenv("OWLET_SHARED_DATA"))
                .map(Path::of)
                .orElse(Path.of("..", "..", "shared", "data"))
                .toAbsolutePath()
                .normalize();
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            System.out.println("SKIPPED: " + name + " is not in " + folder + "; OWLET_SHARED_DATA names the folder");
            Assumptions.abort(name + " is missing");
        }
        return FileSource.of(file);
    }

    /** Accepted rows; the first violation of each other, and how often it came, is added to {@code faults}. */
    private static List<Row> read(RowType<Row> type, ImportSpec<Row> spec, FileSource file, Map<String, Integer> faults)
            throws IOException {
        List<Row> rows = new ArrayList<>();
        try (RowReader<Row> reader = RowReaders.open(type, spec, file)) {
            while (reader.hasNext()) {
                ReadRow<Row> row = reader.next();
                if (row instanceof ReadRow.Accepted<Row> accepted) {
                    rows.add(accepted.row());
                } else {
                    var fault = ((ReadRow.Rejected<Row>) row).violations().get(0);
                    faults.merge(fault.pointer() + " " + fault.message(), 1, Integer::sum);
                }
            }
        }
        return rows;
    }

    @Test
    void airportsWithoutHeader() throws IOException {
        RowType<Row> type = type(
                "Airport",
                fields(
                        "id", ValueType.integer(),
                        "name", ValueType.text(),
                        "city", ValueType.text(),
                        "country", ValueType.text(),
                        "iata", ValueType.text(),
                        "icao", ValueType.text(),
                        "lat", ValueType.doubleFloat(),
                        "lon", ValueType.doubleFloat(),
                        "altitude", ValueType.integer(),
                        "utc_offset", ValueType.decimal(4, 2),
                        "dst", ValueType.text(),
                        "zone", ValueType.text(),
                        "kind", ValueType.text(),
                        "source", ValueType.text()));
        Map<String, Integer> faults = new TreeMap<>();
        List<Row> rows = read(type, spec(false, true, "\\N"), require("openflights-airports.dat"), faults);
        assertThat(faults).isEmpty();
        assertThat(rows).hasSize(7698);
        assertThat(rows.get(0).values().subList(0, 5))
                .containsExactly(1, "Goroka Airport", "Goroka", "Papua New Guinea", "GKA");
        assertThat(rows).filteredOn(row -> row.values().get(4).equals("")).isNotEmpty();
        assertThat(rows).noneMatch(row -> row.values().contains("\\N"));
        assertThat(rows).anyMatch(row -> String.valueOf(row.values().get(1)).contains("\""));
        assertThat(rows).noneMatch(row -> String.valueOf(row.values().get(1)).contains("\\"));
    }

    @Test
    void routesWithoutHeader() throws IOException {
        RowType<Row> type = type(
                "Route",
                fields(
                        "airline", ValueType.text(),
                        "airline_id", ValueType.integer(),
                        "source", ValueType.text(),
                        "source_id", ValueType.integer(),
                        "destination", ValueType.text(),
                        "destination_id", ValueType.integer(),
                        "codeshare", ValueType.bool(),
                        "stops", ValueType.integer(),
                        "equipment", ValueType.text()));
        Map<String, Integer> faults = new TreeMap<>();
        List<Row> rows = read(type, spec(false, false, "\\N"), require("openflights-routes.dat"), faults);
        assertThat(faults).isEmpty();
        assertThat(rows).hasSize(67_663);
    }

    @Test
    void penguinsWithHeadingsForPeople() throws IOException {
        RowType<Row> type = type(
                "Penguin",
                fields(
                        "study_name", ValueType.text(),
                        "sample_number", ValueType.integer(),
                        "species", ValueType.text(),
                        "individual_id", ValueType.text(),
                        "clutch_completion", ValueType.bool(),
                        "date_egg", ValueType.date(),
                        "culmen_length_mm", ValueType.decimal(4, 1),
                        "body_mass_g", ValueType.integer(),
                        "sex", ValueType.text(),
                        "delta_15_n_o_oo", ValueType.doubleFloat(),
                        "comments", ValueType.text()));
        Map<String, Integer> faults = new TreeMap<>();
        FileSource file = require("penguins_raw.csv");
        List<Row> rows = read(type, spec(true, false, "NA"), file, faults);
        assertThat(faults).isEmpty();
        assertThat(rows).hasSize(344);
        assertThat(rows.get(0).values().subList(4, 8))
                .containsExactly(true, java.time.LocalDate.of(2007, 11, 11), new BigDecimal("39.1"), 3750);
        assertThat(rows).noneMatch(row -> row.values().contains("NA"));
        try (RowReader<Row> reader = RowReaders.open(type, spec(true, false, "NA"), file)) {
            assertThat(reader.report().mapped())
                    .containsEntry("Delta 15 N (o/oo)", "delta_15_n_o_oo")
                    .hasSize(11);
            assertThat(reader.report().unmapped()).contains("Region", "Island").hasSize(6);
        }
    }

    @Test
    void countriesWhereNaIsNamibia() throws IOException {
        RowType<Row> type = type(
                "Country",
                fields(
                        "iso3166_1_alpha_2", ValueType.text(),
                        "iso3166_1_alpha_3", ValueType.text(),
                        "official_name_fr", ValueType.text(),
                        "official_name_ar", ValueType.text()));
        Map<String, Integer> faults = new TreeMap<>();
        List<Row> rows = read(type, spec(true, false), require("country-codes.csv"), faults);
        assertThat(rows)
                .anyMatch(row ->
                        row.values().get(0).equals("NA") && row.values().get(1).equals("NAM"));
        assertThat(rows.size() + faults.values().stream().mapToInt(n -> n).sum())
                .isEqualTo(249);
        assertThat(faults).isEmpty();
    }

    @Test
    void chinooksListsUnderTheirNames() throws IOException {
        FileSource file = require("chinook.json");
        RowType<Row> genre = type("Genre", fields("genre_id", ValueType.integer(), "name", ValueType.text()));
        RowType<Row> track = type(
                "Track",
                fields(
                        "track_id",
                        ValueType.integer(),
                        "name",
                        ValueType.text(),
                        "unit_price",
                        ValueType.decimal(5, 2)));
        Map<String, Integer> faults = new TreeMap<>();
        assertThat(read(genre, spec(true, false), file, faults)).hasSize(25);
        assertThat(read(track, spec(true, false), file, faults)).hasSize(3503);
        assertThat(faults).isEmpty();
    }
}
