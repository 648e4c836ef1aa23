package dev.owlet.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.delta.RowFiles;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.Owl;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What our export writes. */
class ParquetTest {
    private static final ImportSpec<Owl> FORMATS = new ImportSpec<>(
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            List.of("NA", ""),
            Map.of(),
            Map.of("decimal", ",", "date", "yyyy-dd-MM", "timestamp", "dd/MM/yyyy HH:mm Europe/Amsterdam"));

    private static Owl owl(String name, Owl.Kind kind) throws IOException {
        return new Owl(
                new UUID(1, 2),
                true,
                3,
                1L << 60,
                0.1,
                new BigDecimal("12.50"),
                name,
                "",
                LocalDate.of(2026, 3, 4),
                LocalTime.of(21, 30, 15),
                Instant.parse("2026-03-31T09:30:00.123456Z"),
                kind,
                List.of("NL1", "NL2"),
                new Owl.Position(new BigDecimal("52.100000"), new BigDecimal("5.200000"), null),
                new Owl.Extra(null, null),
                Json.MAPPER.readTree("{\"a\":[1,\"x\"]}"));
    }

    private static List<Owl> read(ImportSpec<Owl> spec, byte[] bytes) throws IOException {
        List<Owl> owls = new ArrayList<>();
        try (RowReader<Owl> reader = RowReaders.open(Owl.TYPE, spec, new MemoryFile("owls.parquet", bytes))) {
            while (reader.hasNext()) {
                ReadRow<Owl> row = reader.next();
                assertThat(row).isInstanceOf(ReadRow.Accepted.class);
                owls.add(((ReadRow.Accepted<Owl>) row).row());
            }
            assertThat(reader.report().format()).isEqualTo(FileFormat.PARQUET);
            assertThat(reader.report().unmapped()).isEmpty();
        }
        return owls;
    }

    @Test
    void takesBackWhatWasExported() throws IOException {
        Owl blank = new Owl(
                new UUID(3, 4),
                null,
                0,
                null,
                null,
                null,
                "NA",
                null,
                null,
                null,
                null,
                Owl.Kind.NA,
                List.of(),
                null,
                null,
                null);
        List<Owl> owls = List.of(owl("a", Owl.Kind.BARN), blank, owl("  ", Owl.Kind.TAWNY));
        byte[] bytes = RowFiles.bytes(Owl.TYPE, owls);
        assertThat(read(ImportSpec.standard(), bytes)).isEqualTo(owls);
        assertThat(read(FORMATS, bytes)).isEqualTo(owls);
    }

    @Test
    void readsItFromWithinAZipFile() throws IOException {
        byte[] bytes = RowFiles.bytes(Owl.TYPE, List.of(owl("a", Owl.Kind.BARN)));
        MemoryFile zip = MemoryFile.zip("a.zip", Map.of("owls.parquet", bytes));
        assertThat(read(ImportSpec.standard(), zip.bytes())).hasSize(1);
    }
}
