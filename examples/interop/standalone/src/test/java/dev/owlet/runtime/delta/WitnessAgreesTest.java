package dev.owlet.runtime.delta;

import static dev.owlet.runtime.delta.LogSamples.SCHEMA;
import static dev.owlet.runtime.delta.LogSamples.WIDER;
import static dev.owlet.runtime.delta.LogSamples.adding;
import static dev.owlet.runtime.delta.LogSamples.by;
import static dev.owlet.runtime.delta.LogSamples.commit;
import static dev.owlet.runtime.delta.LogSamples.file;
import static dev.owlet.runtime.delta.LogSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both logs open on one table, both writing: they agree on every version. */
class WitnessAgreesTest {
    @TempDir
    Path root;

    private DeltaLog owlet() {
        return DeltaLog.of(ObjectStore.open(root.toString()), "t");
    }

    private DeltaLog witness() {
        return new StandaloneLog(root.resolve("t"));
    }

    @Test
    void turnAndTurnAbout() throws IOException {
        List<DeltaLog> logs = List.of(owlet(), witness());
        Random random = new Random(7);
        logs.get(0).commit(logs.get(0).latest(), with(adding(file("first")), SCHEMA));
        for (int i = 1; i <= 40; i++) {
            DeltaLog log = logs.get(random.nextInt(2));
            Snapshot base = log.latest();
            List<DataFile> live = new ArrayList<>(base.files());
            List<DataFile> gone = random.nextInt(3) == 0 ? List.of(live.get(random.nextInt(live.size()))) : List.of();
            Commit commit = by(commit(List.of(file("f" + i)), gone), "app" + i % 4);
            log.commit(base, i == 17 ? with(commit, WIDER) : commit);
        }
        for (long version = 0; version <= 40; version++) {
            assertAgree(owlet().at(version).orElseThrow(), witness().at(version).orElseThrow());
        }
        assertAgree(logs.get(0).latest(), logs.get(1).latest());
    }

    private static void assertAgree(Snapshot owlet, Snapshot witness) {
        assertThat(witness.version()).isEqualTo(owlet.version());
        assertThat(witness.schema())
                .map(DeltaSchema::json)
                .isEqualTo(owlet.schema().map(DeltaSchema::json));
        assertThat(witness.files()).containsExactlyInAnyOrderElementsOf(owlet.files());
        for (DataFile file : owlet.files()) {
            DataFile same = witness.filesByPath().get(file.path());
            assertThat(same.statsJson()).isEqualTo(file.statsJson());
            assertThat(same.size()).isEqualTo(file.size());
            assertThat(same.modified()).isEqualTo(file.modified());
        }
        assertThat(witness.transactions()).isEqualTo(owlet.transactions());
    }

    @Test
    void raceAndNothingIsLost() throws IOException {
        owlet().commit(owlet().latest(), with(adding(file("first")), SCHEMA));
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> append(witness(), "witness"));
        append(owlet(), "owlet");
        other.join();

        assertThat(owlet().latest().version()).isEqualTo(60);
        assertThat(owlet().latest().files()).hasSize(61);
        assertAgree(owlet().latest(), witness().latest());
    }

    private static void append(DeltaLog log, String name) {
        for (int i = 0; i < 30; ) {
            try {
                log.commit(log.latest(), adding(file(name + i)));
                i++;
            } catch (CommitConflictException e) {
                // the other was first
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
