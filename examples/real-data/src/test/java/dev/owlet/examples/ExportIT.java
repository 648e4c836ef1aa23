package dev.owlet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the jar exports of real data it imports again: the same table, to the byte. */
class ExportIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "airports, openflights-airports.dat, csv",
        "airports, openflights-airports.dat, parquet",
        "penguins, penguins_raw.csv, ndjson"
    })
    void makesTheSameTableAgain(String path, String source, String format) throws IOException, InterruptedException {
        Path file = SharedData.require(source);
        Path exported = folder.resolve("exported." + format);
        Path before = folder.resolve("before.csv");
        Path after = folder.resolve("after.csv");
        ExampleApp.run("open-data", folder.resolve("a"), "import", path, file.toString());
        ExampleApp.run("open-data", folder.resolve("a"), "export", path, "--to", before.toString());
        ExampleApp.run("open-data", folder.resolve("a"), "export", path, "--to", exported.toString());
        ExampleApp.run("open-data", folder.resolve("b"), "import", path, exported.toString());
        ExampleApp.run("open-data", folder.resolve("b"), "export", path, "--to", after.toString());
        assertThat(after).hasSameBinaryContentAs(before);
    }
}
