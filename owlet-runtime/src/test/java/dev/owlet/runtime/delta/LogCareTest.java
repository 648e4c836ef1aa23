package dev.owlet.runtime.delta;

import static dev.owlet.runtime.delta.LogSamples.SCHEMA;
import static dev.owlet.runtime.delta.LogSamples.adding;
import static dev.owlet.runtime.delta.LogSamples.commit;
import static dev.owlet.runtime.delta.LogSamples.file;
import static dev.owlet.runtime.delta.LogSamples.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogCareTest {
    private static final String LOG = "t/_delta_log/";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final MemoryStore store = new MemoryStore();
    private final DeltaLog log = DeltaLog.of(store, "t");
    private final LogCare care = LogCare.of(store, "t");

    /** Version n replaces file n-1 by file n, a day after the one before it. */
    private void days(int last) throws IOException {
        log.commit(log.latest(), with(adding(file("0")), SCHEMA));
        for (int day = 1; day <= last; day++) {
            log.commit(log.latest(), commit(List.of(file("" + day)), List.of(file("" + (day - 1)))));
        }
        for (int day = 0; day <= last; day++) {
            date(day, day(day));
        }
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static String name(long version, String kind) {
        return LOG + "%020d.".formatted(version) + kind;
    }

    private void date(long version, Instant when) throws IOException {
        store.date(name(version, "json"), when);
    }

    private static List<String> files(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Long::toString).toList();
    }

    @Test
    void keepsTheFilesOfEveryVersionSinceACutoff() throws Exception {
        days(9);

        assertThat(care.filesSince(day(100))).containsExactlyInAnyOrderElementsOf(files(9, 9));
        assertThat(care.filesSince(day(9))).containsExactlyInAnyOrderElementsOf(files(8, 9));
        assertThat(care.filesSince(day(5).plusSeconds(1))).containsExactlyInAnyOrderElementsOf(files(5, 9));
        assertThat(care.filesSince(START.minusSeconds(1))).containsExactlyInAnyOrderElementsOf(files(0, 9));
    }

    @Test
    void everyVersionByTimeSinceTheCutoffFindsItsFiles() throws Exception {
        days(9);
        Instant cutoff = day(4).plusSeconds(3600);
        for (Instant time = cutoff; time.isBefore(day(12)); time = time.plusSeconds(3600 * 7)) {
            for (DataFile file : log.asOf(time).orElseThrow().files()) {
                assertThat(care.filesSince(cutoff)).contains(file.decodedPath());
            }
        }
    }

    /** The store's clock steps back at version 5: what that version removed was there until version 4's time at least. */
    @Test
    void clocksThatStepBackRemoveNothingEarlier() throws Exception {
        days(9);
        date(5, day(1));

        assertThat(care.filesSince(day(4))).contains("3", "4", "5");
        assertThat(care.lastCommit()).isEqualTo(day(9));
        date(9, day(2));
        assertThat(care.lastCommit())
                .as("no version is older than the one before")
                .isEqualTo(day(8));
    }

    @Test
    void refusesWhenTheLogDoesNotReachBack() throws Exception {
        days(25);
        LongStream.rangeClosed(0, 9).forEach(version -> store.delete(name(version, "json")));

        assertThat(care.filesSince(day(10))).contains("9", "10");
        assertThatThrownBy(() -> care.filesSince(day(9)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("begins with version 10");

        store.delete(name(15, "json"));
        assertThatThrownBy(() -> care.filesSince(day(20))).hasMessageContaining("gap");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws Exception {
        assertThatThrownBy(() -> care.filesSince(START)).hasMessageContaining("no log");
        days(3);
        store.put(name(4, "json"), "{\"remove\":{\"path\":\"s3://elsewhere/x\"}}\n".getBytes(UTF_8), true);
        assertThatThrownBy(() -> care.filesSince(START)).hasMessageContaining("elsewhere");

        store.put(name(4, "json"), "{\"add\":".getBytes(UTF_8), false);
        assertThatThrownBy(() -> care.filesSince(START)).hasMessageContaining("version 4");

        String protocol = "{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":7,\"writerFeatures\":[\"x\"]}}";
        store.put(name(4, "json"), protocol.getBytes(UTF_8), false);
        assertThatThrownBy(() -> care.filesSince(START)).isInstanceOf(UnsupportedTableException.class);
    }

    @Test
    void expiresWhatLiesBeforeACheckpointAsOldAsTheRetention() throws Exception {
        days(65); // the retention begins with version 35; its checkpoint is 30

        List<String> expired = care.expired();

        assertThat(expired).startsWith(name(0, "json"), name(0, "crc"), name(1, "json"));
        assertThat(expired).contains(name(29, "json"), name(29, "crc"), name(20, "checkpoint.parquet"));
        assertThat(expired).hasSize(30 + 30 + 2).noneMatch(key -> key.compareTo(name(30, "")) >= 0);
    }

    /** A crash after any number of deletions leaves a log in which all that is kept can be read. */
    @Test
    void atEveryMomentOfTheCleanUpTheLogCanBeRead() throws Exception {
        days(65);
        List<String> expired = care.expired();
        for (String key : expired) {
            store.delete(key);
            DeltaLog fresh = DeltaLog.of(store, "t");
            assertThat(fresh.latest().files()).containsExactly(file("65"));
            assertThat(fresh.at(30).orElseThrow().files()).containsExactly(file("30"));
        }
        for (int version = 30; version <= 65; version++) {
            assertThat(log.at(version).orElseThrow().files()).containsExactly(file("" + version));
            assertThat(log.asOf(day(version)).orElseThrow().version()).isEqualTo(version);
        }
        assertThat(log.at(29)).isEmpty();
        assertThat(log.asOf(day(29))).isEmpty();
        assertThat(care.expired()).isEmpty();
    }

    @Test
    void anUnfinishedCleanUpIsFinished() throws Exception {
        days(65);
        List<String> expired = care.expired();
        expired.subList(0, 31).forEach(store::delete);

        assertThat(care.expired()).isEqualTo(expired.subList(31, expired.size()));
    }

    @Test
    void aCheckpointThatTellsOtherwiseExpiresNothing() throws Exception {
        days(65);
        store.delete(name(30, "crc"));
        store.delete(name(30, "checkpoint.parquet"));
        byte[] stranger = store.get(name(20, "checkpoint.parquet"));
        store.put(name(30, "checkpoint.parquet"), stranger, true);

        assertThatThrownBy(care::expired)
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining("checkpoint 30");
    }

    @Test
    void youngOrShortLogsKeepAll() throws Exception {
        days(29);
        assertThat(care.expired()).isEmpty();
    }

    private void property(int version, String name, String value) throws IOException {
        String metadata = "{\"metaData\":{\"id\":\"x\",\"schemaString\":" + new TextNode(SCHEMA.json())
                + ",\"partitionColumns\":[],\"configuration\":{\"" + name + "\":\"" + value + "\"}}}";
        store.put(name(version, "json"), metadata.getBytes(UTF_8), true);
        date(version, day(version));
    }

    @ParameterizedTest
    @CsvSource({
        "delta.logRetentionDuration, interval 10 days, 50",
        "delta.logRetentionDuration, INTERVAL 2 weeks 3 day 24 hours, 40",
        "delta.logRetentionDuration, 60 days, 0",
        "delta.setTransactionRetentionDuration, interval 50 days, 10",
        "delta.enableExpiredLogCleanup, false, 0"
    })
    void respectsWhatTheTableSays(String name, String value, int firstKept) throws Exception {
        days(65);
        property(66, name, value);

        assertThat(care.expired().stream().filter(key -> key.endsWith(".json")).count())
                .isEqualTo(firstKept);
    }

    @Test
    void aPropertyThatNobodyUnderstandsExpiresNothing() throws Exception {
        days(65);
        property(66, "delta.logRetentionDuration", "interval 1 month");

        assertThatThrownBy(care::expired).isInstanceOf(IOException.class).hasMessageContaining("interval 1 month");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "interval", "interval -1 days", "days 3", "interval 1 day; 2", "interval 99999999999 days"})
    void strangeIntervalsAreRefused(String value) throws Exception {
        days(1);
        property(2, "delta.deletedFileRetentionDuration", value);

        assertThatThrownBy(care::fileRetention).isInstanceOf(IOException.class).hasMessageContaining("no interval");
    }

    @Test
    void removedFilesStayAWeekUnlessTheTableSaysOtherwise() throws Exception {
        days(1);
        assertThat(care.fileRetention()).isEqualTo(Duration.ofDays(7));
        property(2, "delta.deletedFileRetentionDuration", "interval 36 hours");
        assertThat(care.fileRetention()).isEqualTo(Duration.ofHours(36));
    }

    /** Nor by the clock of the machine that writes a checkpoint, on which all of this table is very old. */
    @Test
    void nothingButMaintenanceDeletes() throws Exception {
        days(29);
        store.requests();

        log.commit(log.latest(), adding(file("30")));

        assertThat(store.requests())
                .contains("PUT " + name(30, "checkpoint.parquet").substring(LOG.length()))
                .noneMatch(request -> request.startsWith("DELETE"));
        assertThat(log.at(0)).isPresent();
    }
}
