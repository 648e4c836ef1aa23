package dev.owlet.examples.interop;

import static dev.owlet.examples.interop.Rows.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet files of Spark and DuckDB, with every type, are taken in: the same rows, whatever way of writing. */
class ImportTest extends InteropTest {
    /** Enough for dictionaries and several pages. */
    private static final int MANY = 6_000;

    @TempDir
    Path files;

    private OwletTable source;
    private OwletTable target;

    @BeforeEach
    void someRows() {
        source = table("Everything");
        List<JsonNode> rows = new ArrayList<>(Samples.everything());
        source.insert(rows);
        target = owlet().table(files.resolve("other"), "Everything");
    }

    private void assertTaken(Path file) {
        List<JsonNode> rows = source.rows();
        assertThat(target.take(file)).isEqualTo(rows.size());
        assertSame(target.rows(), rows);
    }

    private Path written(Path folder, Map<String, String> settings) throws IOException {
        Spark.with(
                settings,
                () -> Spark.read(source.path())
                        .drop("_version", "_created_at", "_created_by", "_updated_at", "_updated_by", "_upload")
                        .coalesce(1)
                        .write()
                        .parquet(folder.toString()));
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "spark.sql.parquet.compression.codec, snappy",
        "spark.sql.parquet.compression.codec, gzip",
        "spark.sql.parquet.compression.codec, zstd",
        "spark.sql.parquet.compression.codec, lz4_raw",
        "spark.sql.parquet.compression.codec, uncompressed",
        "spark.sql.parquet.outputTimestampType, INT96",
        "spark.sql.parquet.outputTimestampType, TIMESTAMP_MILLIS",
        "spark.sql.parquet.writeLegacyFormat, true",
        "parquet.writer.version, v2",
        "parquet.enable.dictionary, false"
    })
    void ofSpark(String setting, String value) throws IOException {
        Path file = written(files.resolve("spark"), Map.of(setting, value));
        if (value.equals("TIMESTAMP_MILLIS")) {
            assertThat(target.take(file)).isEqualTo(source.rows().size()); // Spark cuts what milliseconds cannot hold
        } else {
            assertTaken(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "codec snappy",
                "codec gzip",
                "codec zstd",
                "codec lz4_raw",
                "codec uncompressed",
                "parquet_version v2",
                "row_group_size 2048"
            })
    void ofDuckDb(String option) throws SQLException {
        Path file = files.resolve("duck.parquet");
        try (Duck duck = new Duck()) {
            duck.execute("copy (select * from " + Duck.parquet(source.files(), "") + ") to '" + file
                    + "' (format parquet, " + option + ")");
        }

        assertTaken(file);
    }

    @Test
    void manyRowsInPagesAndRowGroups() throws IOException, SQLException {
        source = owlet().table(files.resolve("many"), "Everything");
        source.insert(Samples.many(MANY));
        Path file = files.resolve("duck.parquet");
        try (Duck duck = new Duck()) {
            duck.execute("copy (select * from " + Duck.parquet(source.files(), "") + ") to '" + file
                    + "' (format parquet, row_group_size 2048)");
        }
        assertTaken(file);

        target = owlet().table(files.resolve("third"), "Everything");
        assertTaken(written(files.resolve("spark"), Map.of("parquet.page.row.count.limit", "1000")));
    }
}
