package dev.owlet.runtime.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.csv.ReadRow.Accepted;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Owl;
import dev.owlet.runtime.row.RandomOwls;
import dev.owlet.runtime.row.RowType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported is imported unchanged, whatever the rows hold and however the concept's files are written. */
class RoundTripTest {
    private static final List<String> TOKENS = List.of("", "NA", "-", "\\N", "-1", "true", "null", "[]", "name");

    private static ImportSpec<Owl> spec(
            @Nullable Character delimiter,
            boolean header,
            @Nullable Character escape,
            @Nullable String encoding,
            Map<String, String> formats) {
        return new ImportSpec<>(
                Optional.ofNullable(delimiter),
                header,
                Optional.ofNullable(escape),
                Optional.ofNullable(encoding),
                TOKENS,
                Map.of(Owl.SEEN_AT, "Seen at (local)"),
                formats);
    }

    private static ImportSpec<Owl> headings(Map<Column<Owl, ?>, String> headings) {
        return new ImportSpec<>(Optional.empty(), true, Optional.empty(), Optional.empty(), TOKENS, headings, Map.of());
    }

    static Stream<ImportSpec<Owl>> specs() {
        Map<String, String> dutch = Map.of(
                "decimal", ",", "seen_at", "dd/MM/yyyy HH:mm Europe/Amsterdam", "date", "d-M-yyyy", "time", "H.mm");
        return Stream.of(
                ImportSpec.standard(),
                headings(Map.of(Owl.NAME, "Kind", Owl.KIND, "name")),
                headings(Map.of(Owl.NAME, "kind", Owl.KIND, "Sort")),
                spec(null, true, null, null, Map.of()),
                spec(';', true, null, null, dutch),
                spec(null, true, null, "windows-1252", dutch),
                spec('\t', true, '\\', null, dutch),
                spec('|', true, '^', null, Map.of()),
                spec(null, false, null, null, Map.of("date", "yyyy-dd-MM")),
                spec(',', false, '\\', null, dutch));
    }

    private static <T> byte[] write(RowType<T> type, ImportSpec<T> spec, List<T> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter<T> writer = CsvWriter.open(type, spec, bytes)) {
            rows.forEach(writer::write);
        }
        return bytes.toByteArray();
    }

    private static <T> List<T> read(RowType<T> type, ImportSpec<T> spec, byte[] bytes) {
        List<T> rows = new ArrayList<>();
        try (CsvReader<T> reader = CsvReader.open(type, spec, new ByteArrayInputStream(bytes))) {
            reader.forEachRemaining(row -> {
                assertThat(row).isInstanceOf(Accepted.class);
                rows.add(((Accepted<T>) row).row());
            });
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("specs")
    void randomRowsComeBackUnchanged(ImportSpec<Owl> spec) {
        Random random = new Random(42);
        List<Owl> owls =
                IntStream.range(0, 500).mapToObj(i -> RandomOwls.owl(random)).toList();
        byte[] bytes = write(Owl.TYPE, spec, owls);
        List<Owl> back = read(Owl.TYPE, spec, bytes);
        for (int i = 0; i < owls.size(); i++) {
            assertThat(back.get(i)).isEqualTo(owls.get(i));
        }
        assertThat(back).hasSameSizeAs(owls);
    }

    @Test
    void exportsLookAsExpected() {
        Owl owl = Owl.TYPE.fromJson("{\"id\":\"0190a3f2-7c11-7d6e-9f00-3b2a51c8d9e4\",\"age\":3,\"weight\":612.5,"
                + "\"name\":\"=1+1\",\"note\":\"\",\"kind\":\"NA\",\"rings\":[\"NL1\",\"NL2\"],"
                + "\"position\":{\"lat\":52.1,\"lon\":5.1},\"extra\":{}}");
        ImportSpec<Owl> spec = spec(null, true, null, null, Map.of());
        assertThat(new String(write(Owl.TYPE, spec, List.of(owl)), StandardCharsets.UTF_8))
                .isEqualTo("id,tame,age,heartbeats,wingspan,weight,name,note,hatched,wakes,seen_at,kind,rings,"
                        + "position.lat,position.lon,position.where,extra,raw,heavy\r\n"
                        + "0190a3f2-7c11-7d6e-9f00-3b2a51c8d9e4,,3,,,612.50,=1+1,\"\",,,,\"NA\",\"[\"\"NL1\"\",\"\"NL2\"\"]\","
                        + "52.100000,5.100000,,{},,\"true\"\r\n");
    }
}
