package dev.owlet.runtime.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.ingest.Aviary.Bird;
import dev.owlet.runtime.ingest.Aviary.Cage;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.table.HistoryEntry;
import dev.owlet.runtime.table.Maintenance;
import dev.owlet.runtime.table.MaintenanceOptions;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.UndoException;
import dev.owlet.runtime.table.Undone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoTest {
    @TempDir
    Path folder;

    private Aviary aviary;

    @BeforeEach
    void open() throws IOException {
        aviary = new Aviary(folder.toString());
        aviary.cages.append(List.of(new Cage("A"), new Cage("B")), "ann");
        aviary.insert("first", Aviary.HEADER + "1,r1,A,,10\n2,r2,A,1,20\n3,r3,B,,30\n");
    }

    private List<Stored<Bird>> rows() {
        try (Stream<Stored<Bird>> rows = aviary.birds.scan(Filter.all())) {
            return rows.sorted((a, b) -> a.row().number() - b.row().number()).toList();
        }
    }

    private void refused(String upload, String message) {
        List<Stored<Bird>> before = rows();
        assertThatThrownBy(() -> aviary.birds.undo(upload, "ann"))
                .isInstanceOf(UndoException.class)
                .hasMessage(message);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatWasCreatedGoesAndWhatWasReplacedComesBack() throws IOException {
        List<Stored<Bird>> before = rows();
        aviary.upsert("u", Aviary.HEADER + "2,r9,B,4,21\n4,r4,A,,40\n5,r5,A,4,50\n");
        assertThat(rows()).hasSize(5);
        Undone undone = aviary.birds.undo("u", "cid");
        assertThat(undone.removed()).isEqualTo(2);
        assertThat(undone.restored()).isEqualTo(1);
        assertThat(rows()).isEqualTo(before);
        HistoryEntry entry = aviary.birds.history(1).get(0);
        assertThat(entry.what()).isEqualTo("UNDO UPLOAD");
        assertThat(entry.who()).isEqualTo("cid");
        assertThat(entry.upload()).contains("u");
        assertThat(aviary.birds.undo("u", "cid")).isEqualTo(undone);
        assertThat(rows()).isEqualTo(before);
        assertThat(aviary.upsert("u", Aviary.HEADER + "9,,,,\n").replayed()).isTrue();
        assertThat(aviary.upsert("again", Aviary.HEADER + "2,r9,B,4,21\n4,r4,A,,40\n5,r5,A,4,50\n")
                        .updated())
                .isEqualTo(1);
    }

    @Test
    void rowsThatCameBesideStay() throws IOException {
        aviary.insert("u", Aviary.HEADER + "4,r4,A,,40\n");
        aviary.insert("v", Aviary.HEADER + "5,r5,A,,50\n");
        aviary.birds.upsert(List.of(new Bird(1, "r1", "A", null, 11)), "dan");
        new Maintenance(aviary.birds.tables(), MaintenanceOptions.usual(), (table, step, done, of) -> {}).run();
        aviary.birds.undo("u", "ann");
        assertThat(aviary.now()).containsOnlyKeys(1, 2, 3, 5);
        assertThat(aviary.now().get(1).weight()).isEqualTo(11);
    }

    @Test
    void whatWasChangedSinceStays() throws IOException {
        aviary.insert("u", Aviary.HEADER + "4,r4,A,,40\n5,r5,A,,50\n");
        aviary.birds.upsert(List.of(new Bird(4, "r4", "A", null, 41)), "dan");
        refused("u", "1 of its 2 rows were changed or deleted since; undoing it would lose that.");
    }

    @Test
    void whatOthersReferToStays() throws IOException {
        aviary.insert("u", Aviary.HEADER + "4,r4,A,,40\n");
        aviary.insert("v", Aviary.HEADER + "5,r5,A,4,50\n");
        refused("u", "A row of Bird refers to the Bird with the key \"4\", which this upload created.");
        aviary.birds.undo("v", "ann");
        aviary.birds.undo("u", "ann");
        assertThat(aviary.now()).containsOnlyKeys(1, 2, 3);
        Ingest.run(
                aviary.cages,
                Aviary.file("cages.csv", "code\nC\n".getBytes(StandardCharsets.UTF_8)),
                IngestOptions.insert("cages", "ann"),
                RejectsSink.NONE,
                IngestProgress.SILENT);
        aviary.insert("w", Aviary.HEADER + "6,r6,C,,\n");
        assertThatThrownBy(() -> aviary.cages.undo("cages", "ann"))
                .isInstanceOf(UndoException.class)
                .hasMessage("A row of Bird refers to the Cage with the key \"C\", which this upload created.");
        aviary.birds.undo("w", "ann");
        assertThat(aviary.cages.undo("cages", "ann").removed()).isEqualTo(1);
    }

    @Test
    void whatCannotComeBackIsSaid() throws IOException {
        aviary.upsert("u", Aviary.HEADER + "3,r9,A,,30\n");
        aviary.insert("v", Aviary.HEADER + "4,r3,A,,40\n");
        refused("u", "Another row took what a replaced row had in ring, and which occurs once.");
        aviary.birds.undo("v", "ann");
        aviary.cages.delete(List.of("B"), "ann");
        refused("u", "A row that this upload replaced refers by its cage to a Cage that is gone.");
        refused("nothing", "This upload brought no row into the table.");
    }
}
