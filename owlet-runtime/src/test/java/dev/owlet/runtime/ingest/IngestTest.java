package dev.owlet.runtime.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.format.FormatReport;
import dev.owlet.runtime.ingest.Aviary.Bird;
import dev.owlet.runtime.ingest.Aviary.Cage;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.table.HistoryEntry;
import dev.owlet.runtime.table.Stored;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    @TempDir
    Path folder;

    private Aviary aviary;

    @BeforeEach
    void open() {
        aviary = new Aviary(folder.toString());
        aviary.cages.append(List.of(new Cage("A"), new Cage("B")), "ann");
    }

    private static List<String> codes(RefusedRow row) {
        return row.violations().stream().map(v -> v.pointer() + " " + v.code()).toList();
    }

    private static final class Kept implements RejectsSink {
        private final List<RefusedRow> rows = new ArrayList<>();
        private boolean kept;

        @Override
        public void begin(FormatReport report) {
            rows.clear();
        }

        @Override
        public void refuse(RefusedRow row) {
            rows.add(row);
            kept = false;
        }

        @Override
        public void keep() {
            kept = true;
        }
    }

    @Test
    void goodRowsLoadAndBadOnesComeBack() throws IOException {
        Kept kept = new Kept();
        IngestReport report = aviary.insert(
                "u1", Aviary.HEADER + "1,r1,A,,10\n2,r2,C,,20\nx,r3,,,30\n1,r4,B,,40\n5,r1,B,,50\n6,,B,1,60\n", kept);
        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(4);
        assertThat(aviary.now()).containsOnlyKeys(1, 6);
        assertThat(kept.kept).isTrue();
        assertThat(kept.rows).isEqualTo(report.first());
        assertThat(kept.rows).extracting(RefusedRow::index).containsExactly(1L, 2L, 3L, 4L);
        assertThat(kept.rows).extracting(RefusedRow::line).containsExactly(3L, 4L, 5L, 6L);
        assertThat(kept.rows.get(0).cells()).containsExactly("2", "r2", "C", "", "20");
        assertThat(kept.rows)
                .extracting(IngestTest::codes)
                .containsExactly(
                        List.of("/cage reference"),
                        List.of("/number type"),
                        List.of("/number duplicate"),
                        List.of("/ring unique"));
    }

    @Test
    void systemColumnsAndHistoryTellTheUpload() throws IOException {
        IngestReport report = aviary.insert("u1", Aviary.HEADER + "1,,A,,10\n");
        Stored<Bird> stored = aviary.birds.find(List.of(1)).orElseThrow();
        assertThat(stored.upload()).contains("u1");
        assertThat(stored.createdBy()).isEqualTo("ann");
        HistoryEntry entry = aviary.birds.history(1).get(0);
        assertThat(entry.upload()).contains("u1");
        assertThat(entry.version()).isEqualTo(report.version());
        assertThat(entry.rows()).isEqualTo(1);
    }

    @Test
    void anUploadIsDoneOnce() throws IOException {
        String csv = Aviary.HEADER + "1,,A,,10\n2,,C,,10\n";
        IngestReport first = aviary.insert("u1", csv);
        IngestReport again = aviary.insert("u1", csv);
        assertThat(again.replayed()).isTrue();
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(again.created()).isEqualTo(1);
        assertThat(again.first()).isEqualTo(first.first());
        assertThat(aviary.birds.history(9)).hasSize(1);
        IngestReport other = aviary.insert("u2", csv);
        assertThat(other.rejected()).isEqualTo(2);
        assertThat(aviary.birds.history(9)).hasSize(1);
    }

    @Test
    void rowsMayReferToLaterOnesAndFallWithThem() throws IOException {
        IngestReport report =
                aviary.insert("u1", Aviary.HEADER + "1,,A,2,\n2,,A,3,\n3,,NONE,,\n4,,A,5,\n5,,A,4,\n6,,,9,\n7,,,7,\n");
        assertThat(aviary.now()).containsOnlyKeys(4, 5, 7);
        assertThat(report.first()).extracting(RefusedRow::index).containsExactly(0L, 1L, 2L, 5L);
        assertThat(report.first().get(0).violations())
                .containsExactly(new Violation("/mother", "reference", "there is no Bird with the key \"2\""));
        assertThat(aviary.insert("u2", Aviary.HEADER + "8,,,4,\n").created()).isEqualTo(1);
    }

    @Test
    void upsertTakesThePlaceOfRowsAndKeepsTheirOrigin() throws IOException {
        aviary.insert("u1", Aviary.HEADER + "1,r1,A,,10\n2,r2,A,,20\n3,r3,A,,30\n");
        IngestReport report = aviary.upsert("u2", Aviary.HEADER + "2,r9,B,,21\n4,r4,B,,40\n4,r4,B,,41\n3,r1,B,,31\n");
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.first())
                .extracting(RefusedRow::violations)
                .containsExactly(
                        List.of(
                                new Violation("/number", "duplicate", "row 2 of the file has number \"4\" too"),
                                new Violation("/ring", "unique", "row 2 of the file has ring \"r4\" too")),
                        List.of(new Violation("/ring", "unique", "another Bird has ring \"r1\"")));
        assertThat(aviary.now()).containsOnlyKeys(1, 2, 3, 4);
        assertThat(aviary.now().get(4).weight()).isEqualTo(40);
        assertThat(aviary.now().get(3).weight()).isEqualTo(30);
        Stored<Bird> changed = aviary.birds.find(List.of(2)).orElseThrow();
        assertThat(changed.row().weight()).isEqualTo(21);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.createdBy()).isEqualTo("ann");
        assertThat(changed.updatedBy()).isEqualTo("bob");
        assertThat(aviary.birds.find(List.of(1)).orElseThrow().upload()).contains("u1");
    }

    @Test
    void rowsCanBeMatchedByAUniqueSet() throws IOException {
        aviary.insert("u1", Aviary.HEADER + "1,r1,A,,10\n2,r2,A,,20\n");
        IngestReport report = Ingest.run(
                aviary.birds,
                Aviary.file(Aviary.HEADER + "77,r1,B,,11\n2,r3,B,,3\n4,r4,B,,40\n"),
                IngestOptions.upsert("u2", "bob").matching(List.of("ring")),
                RejectsSink.NONE,
                IngestProgress.SILENT);
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.first()).extracting(IngestTest::codes).containsExactly(List.of("/number duplicate"));
        assertThat(aviary.now()).containsOnlyKeys(1, 2, 4);
        assertThat(aviary.now().get(1)).isEqualTo(new Bird(1, "r1", "B", null, 11));
        assertThatThrownBy(() -> Ingest.run(
                        aviary.birds,
                        Aviary.file(Aviary.HEADER),
                        IngestOptions.upsert("u3", "bob").matching(List.of("cage")),
                        RejectsSink.NONE,
                        IngestProgress.SILENT))
                .isInstanceOf(IngestException.class)
                .hasMessage("Rows of Bird cannot be matched by cage, which is no unique set of it.");
    }

    /** Mended once, a row is not to come back for something else that could have been told. */
    @Test
    void aRowThatBreaksTheModelIsToldAllElseThatIsWrongWithIt() throws IOException {
        aviary.insert("u1", Aviary.HEADER + "1,r1,A,,10\n");
        Kept kept = new Kept();
        IngestReport report = aviary.insert(
                "u2",
                Aviary.HEADER
                        + "2,r2,A,,20\n2,r1,C,9,x\n,r2,A,,30\n1,r1,Z,,1\nx,,Z,,\n3,,A,,x\n3,,A,,\n7,,D,4,\n4,,E,,\n",
                kept);
        assertThat(report.created()).isEqualTo(2);
        assertThat(kept.rows).isEqualTo(report.first());
        assertThat(kept.rows)
                .extracting(IngestTest::codes)
                .containsExactly(
                        List.of(
                                "/weight type",
                                "/cage reference",
                                "/number duplicate",
                                "/ring unique",
                                "/mother reference"),
                        List.of("/number required", "/ring unique"),
                        List.of("/cage reference", "/number duplicate"),
                        List.of("/number type", "/cage reference"),
                        List.of("/weight type"),
                        List.of("/cage reference", "/mother reference"),
                        List.of("/cage reference"));
        assertThat(kept.rows.get(1).violations())
                .contains(new Violation("/ring", "unique", "row 1 of the file has ring \"r2\" too"));
        assertThat(aviary.now()).containsOnlyKeys(1, 2, 3);
    }

    @Test
    void whatIsTooLargeIsRefusedWithWhatThereIsRoomFor() {
        StringBuilder csv = new StringBuilder(Aviary.HEADER);
        for (int i = 0; i < 20_000; i++) {
            csv.append(i).append(",,A,,\n");
        }
        IngestOptions options = IngestOptions.insert("u1", "ann");
        assertThatThrownBy(() -> Ingest.run(
                        aviary.birds,
                        Aviary.file(csv.toString()),
                        options.bounded(Duration.ofHours(1), 100_000),
                        RejectsSink.NONE,
                        IngestProgress.SILENT))
                .isInstanceOf(IngestException.class)
                .hasMessage("The file has 205 KB; up to 98 KB are taken at a time. Send it in parts.");
        assertThatThrownBy(() -> Ingest.run(
                        aviary.birds,
                        Aviary.file(csv.toString()),
                        options.bounded(Duration.ofNanos(1), Long.MAX_VALUE),
                        RejectsSink.NONE,
                        IngestProgress.SILENT))
                .isInstanceOf(IngestException.class)
                .hasMessageContaining("Send it in parts of that size.");
        assertThat(aviary.now()).isEmpty();
    }
}
