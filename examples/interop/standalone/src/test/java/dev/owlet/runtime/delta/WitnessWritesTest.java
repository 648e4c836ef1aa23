package dev.owlet.runtime.delta;

import static dev.owlet.runtime.delta.LogSamples.SCHEMA;
import static dev.owlet.runtime.delta.LogSamples.adding;
import static dev.owlet.runtime.delta.LogSamples.file;
import static dev.owlet.runtime.delta.LogSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.store.ObjectStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** delta-standalone writes; what another process sees, Owlet tells. */
class WitnessWritesTest extends WitnessReadsTest {
    @Override
    DeltaLog open(ObjectStore store, String folder) {
        return new StandaloneLog(root.resolve(folder));
    }

    @Override
    DeltaLog other(ObjectStore store, String folder) {
        return DeltaLog.of(store, folder);
    }

    /** What it cannot say of a commit is no part of the contract here: free words, a user, metadata, metrics. */
    @Override
    void textsAreOnlyTexts(String text) {}

    @Override
    void aLongTextIsKept() {}

    @Test
    @Override
    void tellsItsHistoryNewestFirst() throws Exception {
        DeltaLog log = open(store(), FOLDER);
        log.commit(log.latest(), with(adding(file("one.parquet")), SCHEMA));
        log.commit(log.latest(), adding(file("two.parquet")));

        List<LoggedCommit> history = other(store(), FOLDER).history(9);
        assertThat(history).extracting(LoggedCommit::version).containsExactly(1L, 0L);
        assertThat(history).extracting(LoggedCommit::operation).containsOnly("WRITE");
        assertThat(history.get(0).user()).contains("Delta-Standalone");
        assertThat(history.get(0).add()).containsExactly(file("two.parquet"));
    }
}
