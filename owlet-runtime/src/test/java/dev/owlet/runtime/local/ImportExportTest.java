package dev.owlet.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.app.Config;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportExportTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int start(String... args) {
        out.reset();
        err.reset();
        return Main.start(
                config -> new SampleApp(Config.local(folder.resolve("data").toString())),
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Refused rows go into the folder in which a command is given. */
    @AfterEach
    void removeRejects() throws IOException {
        Files.deleteIfExists(Path.of("import-test-visits-rejects.csv"));
        Files.deleteIfExists(Path.of("import-test-visits-rejects-2.csv"));
    }

    @Test
    void refusedRowsThatAreMendedByHalfAreLeftAlone() throws Exception {
        String visits = file("import-test-visits.csv", "number,town\nx,UTR\n");
        start("import", "field/visits", visits);
        Path rejects = Path.of("import-test-visits-rejects.csv");
        Files.writeString(rejects, "mended by half");

        start("import", "field/visits", visits);

        assertThat(rejects).hasContent("mended by half");
        assertThat(printed()).contains("import-test-visits-rejects-2.csv");
        assertThat(Files.readAllLines(Path.of("import-test-visits-rejects-2.csv")))
                .hasSize(2);
    }

    @Test
    void takesGoodRowsAndTellsOfBadOnes() throws Exception {
        assertThat(start("import", "towns", file("t.csv", "code\nUTR\nAMS\n"))).isZero();
        assertThat(printed()).contains("2 rows: 2 created, 0 updated, 0 refused. The table is at version 0.");

        String visits = file("import-test-visits.csv", "number,town\n1,UTR\nx\u001b[2J,UTR\n3,XXX\n");
        assertThat(start("import", "/api/field/visits", visits)).isEqualTo(ImportCommand.SOME_REFUSED);

        assertThat(printed())
                .contains("3 rows: 1 created", "row 2 (line 3): number: ", "row 3 (line 4): town: ")
                .doesNotContain("\u001b");
        Path rejects = Path.of("import-test-visits-rejects.csv");
        List<String> refused = Files.readAllLines(rejects);
        assertThat(refused).hasSize(3).first().isEqualTo("number,town,_row,_error");

        Files.writeString(
                rejects, String.join("\n", refused).replace("XXX", "AMS").replace("x\u001b[2J", "2"));
        assertThat(start("import", "field/visits", rejects.toString())).isZero();
        assertThat(printed()).contains("2 rows: 2 created").doesNotContain("_row", "_error");
    }

    @Test
    void whatIsExportedIsImportedUnchanged() throws Exception {
        start("import", "towns", file("t.csv", "code\n\"a \"\"b\"\"\"\n=1+1\n\"x,y\"\n"));
        for (String format : List.of("csv", "ndjson", "parquet")) {
            String to = folder.resolve("towns." + format).toString();
            assertThat(start("export", "towns", "--to", to)).isZero();
            assertThat(printed()).contains("3 rows of Town");
            assertThat(start("import", "towns", to, "--upsert")).isZero();
            assertThat(printed()).contains("3 rows: 0 created, 3 updated");
            byte[] before = Files.readAllBytes(Path.of(to));
            start("export", "towns", "--to", to, "--format", format);
            assertThat(Files.readAllBytes(Path.of(to))).isEqualTo(before);
        }
        assertThat(start("export", "towns")).isZero();
        assertThat(printed().lines()).containsExactly("code", "=1+1", "\"a \"\"b\"\"\"", "\"x,y\"");
        assertThat(complaint()).contains("3 rows of Town");
    }

    @Test
    void tellsWhatTheColumnsLack() throws Exception {
        assertThat(start("import", "field/visits", file("v.csv", "number,number\n")))
                .isZero();
        assertThat(printed())
                .contains(
                        "0 rows: 0 created, 0 updated, 0 refused. The table has no rows yet.",
                        "No column is town; every row needs it.",
                        "The column \"number\" is there more than once: the first was read.");
        start("import", "towns", file("t.csv", "code\nUTR\n"));
        assertThat(printed()).contains("1 row: 1 created").doesNotContain("No column");
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        assertThat(start("import", "towns")).isEqualTo(2);
        assertThat(complaint()).contains("Say: import <path> <file> [--upsert]");
        assertThat(start("import", "towns", "x.csv", "--force")).isEqualTo(2);
        assertThat(start("export", "towns", "--format", "pdf")).isEqualTo(2);
        assertThat(complaint()).contains("no format 'pdf'");
        assertThat(start("import", "town", file("t.csv", "code\nUTR\n"))).isEqualTo(1);
        assertThat(complaint()).contains("There is no table 'town'", "towns");
        assertThat(start("import", "towns", folder.resolve("none.csv").toString()))
                .isEqualTo(1);
        assertThat(complaint()).contains("There is no file ");
        assertThat(start("import", "towns", file("t.csv", "colour\nred\n"))).isEqualTo(1);
        assertThat(complaint()).contains("t.csv: ", "The file begins with colour.", "Nothing of it is in.");
        assertThat(start("import", "towns", folder.toString())).isEqualTo(1);
        assertThat(complaint()).contains(" is a folder. Name a file in it.");
        assertThat(start("--help")).isZero();
        assertThat(printed()).contains("import <path> <file>", "export <path>");
    }
}
