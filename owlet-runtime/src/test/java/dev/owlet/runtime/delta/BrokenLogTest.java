package dev.owlet.runtime.delta;

import static dev.owlet.runtime.delta.LogSamples.SCHEMA;
import static dev.owlet.runtime.delta.LogSamples.adding;
import static dev.owlet.runtime.delta.LogSamples.file;
import static dev.owlet.runtime.delta.LogSamples.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs that were damaged, cleaned up or replaced beside a reader: never half an answer. */
class BrokenLogTest {
    private static final String LOG = "t/_delta_log/";

    private final MemoryStore store = new MemoryStore();
    private final DeltaLog log = DeltaLog.of(store, "t");

    private void commits(int last) throws IOException {
        for (long version = log.latest().version() + 1; version <= last; version++) {
            Commit commit = adding(file(version + ".parquet"));
            log.commit(log.latest(), version == 0 ? with(commit, SCHEMA) : commit);
        }
    }

    private static String name(long version, String kind) {
        return LOG + "%020d.".formatted(version) + kind;
    }

    private DeltaLog reopened() {
        return DeltaLog.of(store, "t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``;its file is empty",
                "`\n \r\n`;its file is empty",
                "`{\"commitInfo\":{}}\n{\"add\":{\"path\":`;line 2, cannot be read: it is not JSON",
                "`{\"commitInfo\":{}}\n\n{} {}`;line 3, cannot be read: it is not JSON",
                "`{\"add\":{\"path\":\"a\",\"path\":\"b\"}}`;line 1, cannot be read: it is not JSON",
                "`[]`;line 1, cannot be read: it is not a JSON object",
                "`null`;line 1, cannot be read: it is not a JSON object",
                "`{\"metaData\":{\"schemaString\":\"{\"}}`;line 1, cannot be read: not a Delta schema",
                "`{\"metaData\":7}`;line 1, cannot be read: not a Delta schema",
                "`{\"protocol\":null}`;line 1, cannot be read: its protocol is not an object",
            })
    void aBrokenCommitIsRefusedByVersionAndLine(String text, String message) throws Exception {
        commits(2);
        store.put(name(3, "json"), text.getBytes(UTF_8), true);

        for (DeltaLog reader : new DeltaLog[] {log, reopened()}) {
            assertThatThrownBy(reader::latest)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("version 3 of table t")
                    .hasMessageContaining(message);
            assertThat(reader.at(2).orElseThrow().files()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"add\":{}}", "{\"add\":{\"path\":\"/etc/passwd\"}}", "{\"remove\":{\"path\":\"a/../../b\"}}"})
    void filesThatAreNoneOfTheTableAreRefused(String action) throws Exception {
        commits(0);
        store.put(name(1, "json"), action.getBytes(UTF_8), true);

        assertThatThrownBy(log::latest).isInstanceOf(UnsupportedTableException.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws Exception {
        commits(0);
        store.put(name(1, "json"), new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, true);

        assertThatThrownBy(log::latest).isInstanceOf(IOException.class).hasMessageContaining("version 1");
    }

    @Test
    void unknownActionsAreNotOurs() throws Exception {
        commits(0);
        store.put(name(1, "json"), "{\"future\":[1]}\n{\"cdc\":{\"path\":\"x\"}}".getBytes(UTF_8), true);

        assertThat(log.latest().version()).isEqualTo(1);
    }

    @Test
    void aGapIsNamed() throws Exception {
        commits(8);
        store.delete(name(5, "json"));

        assertThatThrownBy(() -> reopened().latest())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 5 of table t is missing")
                .hasMessageContaining("version 8");
        assertThat(reopened().at(8)).isEmpty();
        assertThat(reopened().at(4).orElseThrow().files()).hasSize(5);
    }

    @Test
    void aLogWithoutItsBeginningIsNoTable() throws Exception {
        commits(8);
        store.delete(name(0, "json"));

        assertThatThrownBy(() -> reopened().latest()).hasMessageContaining("version 0 of table t is missing");
    }

    @Test
    void aDamagedCheckpointGivesWayToOlderFiles() throws Exception {
        commits(43);
        store.put(name(40, "checkpoint.parquet"), "PAR1 and no more".getBytes(UTF_8), false);
        assertThat(reopened().latest().files()).hasSize(44);

        for (int version = 0; version <= 30; version++) {
            store.delete(name(version, "json"));
        }
        assertThat(reopened().latest().files()).hasSize(44);
        store.delete(name(30, "checkpoint.parquet"));
        assertThatThrownBy(() -> reopened().latest())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("checkpoint 40 of table t cannot be read");
    }

    @Test
    void aCheckpointThatLostFilesIsNotBelieved() throws Exception {
        commits(43);
        store.put(name(40, "checkpoint.parquet"), store.get(name(30, "checkpoint.parquet")), false);
        assertThat(reopened().latest().files()).as("read from older files").hasSize(44);

        for (int version = 0; version <= 39; version++) {
            store.delete(name(version, "json"));
        }
        assertThatThrownBy(() -> reopened().latest())
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining("numFiles is 31 in the checkpoint, but 41 in the file")
                .hasMessageContaining("00000000000000000040.crc");

        store.delete(name(40, "crc"));
        assertThat(reopened().latest().files()).as("nothing tells").hasSize(34);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "[1]", "{\"numFiles\":\"many\"}", "{\"numFiles\":31}"})
    void aChecksumThatSaysNothingElseDoesNoHarm(String text) throws Exception {
        commits(33);
        for (int version = 0; version <= 29; version++) {
            store.delete(name(version, "json"));
        }
        store.put(name(30, "crc"), text.getBytes(UTF_8), false);

        assertThat(reopened().latest().files()).hasSize(34);
    }

    @Test
    void aReaderThatSleptThroughACleanUpWakesUp() throws Exception {
        commits(5);
        DeltaLog sleeper = reopened();
        Snapshot old = sleeper.latest();
        commits(43);
        for (int version = 0; version <= 39; version++) {
            store.delete(name(version, "json"));
        }

        assertThat(sleeper.latest().version()).isEqualTo(43);
        assertThatThrownBy(() -> sleeper.commit(old, adding(file("lost.parquet"))))
                .isInstanceOf(CommitConflictException.class);
        assertThat(reopened().latest().files()).hasSize(44);
    }

    /** Version 6 would be free to be made again, where nobody reads it. */
    @Test
    void aWriterThatSleptThroughACleanUpLosesNothing() throws Exception {
        store.trusting(Duration.ofDays(99));
        commits(5);
        StoreLog sleeper = new StoreLog(store, "t", Clock.fixed(Instant.now(), ZoneOffset.UTC));
        Snapshot old = sleeper.latest();
        commits(43);
        for (int version = 0; version <= 39; version++) {
            store.delete(name(version, "json"));
        }
        DeltaLog woken = new StoreLog(store, "t", Clock.systemUTC());

        assertThatThrownBy(() -> woken.commit(old, adding(file("lost.parquet"))))
                .isInstanceOf(CommitConflictException.class)
                .hasMessageContaining("removed since");
        assertThat(reopened().latest().files()).hasSize(44);
    }

    @Test
    void anotherTableOfTheSameNameIsReadAnew() throws Exception {
        commits(2);
        DeltaLog reader = reopened();
        reader.latest();
        for (int version = 0; version <= 2; version++) {
            store.delete(name(version, "json"));
        }
        assertThat(reader.latest().exists()).isFalse();

        DeltaLog maker = reopened();
        maker.commit(maker.latest(), with(adding(file("other.parquet")), SCHEMA));
        for (int i = 1; i <= 4; i++) {
            maker.commit(maker.latest(), adding(file("a longer name " + i)));
        }
        assertThat(log.latest().files()).as("it knew version 2 of the other").hasSize(5);
    }
}
