package dev.owlet.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.app.Config;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.table.MaintenanceResult;
import dev.owlet.runtime.table.MaintenanceResult.Files;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path root;

    private int start(String... args) {
        return Main.start(
                config -> app(),
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private SampleApp app() {
        return new SampleApp(Config.local(root.toString()));
    }

    private SampleApp.TownTable towns() {
        return (SampleApp.TownTable) app().tables().table("Town").orElseThrow();
    }

    private void fill() {
        SampleApp.TownTable towns = towns();
        for (int i = 0; i < 9; i++) {
            towns.append(List.of(new SampleApp.Town("T" + i)), "ann");
        }
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void caresForEveryTableAndSaysWhatItDid() {
        fill();

        assertThat(start("maintain")).isZero();

        assertThat(printed().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Caring for the tables of Sample."),
                        line -> assertThat(line).isEqualTo("Visit: nothing to do, 0 files (0 B)"),
                        line -> assertThat(line)
                                .matches(
                                        "Town: 9 files \\(\\d+\\.\\d KB\\) before, 1 file \\(\\d.*B\\) after merging 9 files"));
        try (var rows = towns().scan(Filter.all())) {
            assertThat(rows).hasSize(9);
        }
    }

    @Test
    void aDryRunSaysWhatItWouldDo() throws IOException {
        fill();
        long before = objects();

        assertThat(start("maintain", "--dry-run")).isZero();

        assertThat(printed()).contains("nothing is changed", "would be merged");
        assertThat(objects()).isEqualTo(before);
    }

    private long objects() throws IOException {
        try (Stream<Path> all = java.nio.file.Files.walk(root.resolve("delta/town"))) {
            return all.count();
        }
    }

    @Test
    void aBrokenTableIsAProblemOfItsOwn() throws IOException {
        fill();
        java.nio.file.Files.createDirectories(root.resolve("delta/field/visit/_delta_log"));
        java.nio.file.Files.writeString(
                root.resolve("delta/field/visit/_delta_log/00000000000000000000.json"), "no JSON\u001b[2J");

        assertThat(start("maintain")).isEqualTo(1);

        assertThat(printed()).contains("  PROBLEM: ", "after merging 9 files").doesNotContain("\u001b");
    }

    @Test
    void argumentsItDoesNotKnowGiveItsUsage() {
        assertThat(start("maintain", "--dry")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("There is no argument '--dry'. Say: maintain [--dry-run]");
        assertThat(start("--sample", "x", "maintain")).isEqualTo(2);
        assertThat(printed()).isEmpty();
    }

    @Test
    void theHelpNamesIt() {
        assertThat(start("--help")).isZero();
        assertThat(printed()).contains("maintain", "--dry-run");
    }

    @Test
    void oneFileIsNotFiles() {
        MaintenanceResult result = new MaintenanceResult(
                "Town",
                new Files(1, 1),
                new Files(1, 1),
                new Files(0, 0),
                new Files(1, 2_300_000),
                1,
                List.of("removing files: 3 or more are left, as time ran short"),
                List.of());

        assertThat(new MaintenanceText(false).of(result).lines())
                .containsExactly(
                        "Town: 1 file (2.3 MB) removed that no kept version needs; 1 file of the log removed",
                        "  left for the next run: removing files: 3 or more are left, as time ran short");
    }
}
