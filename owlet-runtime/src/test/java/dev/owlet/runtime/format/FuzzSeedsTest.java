package dev.owlet.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.row.ConverterFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fuzzer starts from, and what it once found: {@code fuzz/TARGET/*}. */
class FuzzSeedsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"csv", "json", "headings", "anything", "packed", "sheet", "workbook", "parquet", "converters"})
    void seeds(String target) throws IOException {
        List<Path> seeds;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz", target))) {
            seeds = files.sorted().toList();
        }
        assertThat(seeds).isNotEmpty();
        for (Path seed : seeds) {
            run(target, Files.readAllBytes(seed));
        }
        run(target, new byte[0]);
    }

    private static void run(String target, byte[] bytes) throws IOException {
        switch (target) {
            case "csv" -> FormatFuzz.Csv.fuzzerTestOneInput(bytes);
            case "json" -> FormatFuzz.Json.fuzzerTestOneInput(bytes);
            case "anything" -> FormatFuzz.Anything.fuzzerTestOneInput(bytes);
            case "headings" -> FormatFuzz.Headings.fuzzerTestOneInput(bytes);
            case "packed" -> FormatFuzz.Packed.fuzzerTestOneInput(bytes);
            case "workbook" -> FormatFuzz.WorkbookParts.fuzzerTestOneInput(bytes);
            case "parquet" -> FormatFuzz.Parquet.fuzzerTestOneInput(bytes);
            case "sheet" -> FormatFuzz.Sheet.fuzzerTestOneInput(bytes);
            default -> ConverterFuzz.fuzzerTestOneInput(bytes);
        }
    }
}
