package dev.owlet.runtime.delta;

import static dev.owlet.runtime.delta.LogSamples.SCHEMA;
import static dev.owlet.runtime.delta.LogSamples.WIDER;
import static dev.owlet.runtime.delta.LogSamples.adding;
import static dev.owlet.runtime.delta.LogSamples.by;
import static dev.owlet.runtime.delta.LogSamples.commit;
import static dev.owlet.runtime.delta.LogSamples.file;
import static dev.owlet.runtime.delta.LogSamples.removing;
import static dev.owlet.runtime.delta.LogSamples.saying;
import static dev.owlet.runtime.delta.LogSamples.with;
import static dev.owlet.runtime.delta.LogSamples.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link DeltaLog} promises, for any implementation on any store. Each test writes through {@link #open} and, where
 * it speaks of another process, reads and writes through {@link #other}, which may be another implementation.
 */
abstract class DeltaLogContract {
    static final String FOLDER = "delta/some module/named";
    static final String LOG = FOLDER + "/_delta_log/";

    private ObjectStore store;
    private DeltaLog log;

    /** An empty store for one test. */
    abstract ObjectStore store() throws IOException;

    /** The log under test, without anything in memory. */
    abstract DeltaLog open(ObjectStore store, String folder) throws IOException;

    /** The log as another process has it. */
    DeltaLog other(ObjectStore store, String folder) throws IOException {
        return open(store, folder);
    }

    /** Makes the store say that an object was last written at a time, to the millisecond. */
    abstract void date(ObjectStore store, String key, Instant written) throws IOException;

    @BeforeEach
    void openLog() throws IOException {
        store = store();
        log = open(store, FOLDER);
    }

    private DeltaLog other() throws IOException {
        return other(store, FOLDER);
    }

    static String commitKey(long version) {
        return LOG + "%020d.json".formatted(version);
    }

    private Snapshot create() throws IOException {
        return log.commit(log.latest(), with(adding(file("one.parquet")), SCHEMA));
    }

    private Snapshot append(String path) throws IOException {
        return log.commit(log.latest(), adding(file(path)));
    }

    /** Commits 1 to {@code last}, each adding a file of its number. */
    private void appendTo(int last) throws IOException {
        for (int i = 1; i <= last; i++) {
            append(i + ".parquet");
        }
    }

    private static List<String> paths(Snapshot snapshot) {
        return snapshot.files().stream().map(DataFile::path).sorted().toList();
    }

    @Test
    void anAbsentTableIsEmpty() throws Exception {
        assertThat(log.latest().exists()).isFalse();
        assertThat(log.latest().version()).isEqualTo(-1);
        assertThat(log.latest().files()).isEmpty();
        assertThat(log.at(0)).isEmpty();
        assertThat(log.at(-1)).isEmpty();
        assertThat(log.asOf(Instant.now())).isEmpty();
        assertThat(log.history(5)).isEmpty();
        assertThat(log.logged(0)).isEmpty();
    }

    @Test
    void theFirstCommitMakesTheTable() throws Exception {
        assertThat(create().version()).isZero();

        for (Snapshot snapshot : List.of(log.latest(), other().latest())) {
            assertThat(snapshot.exists()).isTrue();
            assertThat(snapshot.version()).isZero();
            assertThat(paths(snapshot)).containsExactly("one.parquet");
            DataFile file = snapshot.files().iterator().next();
            assertThat(file.size()).isEqualTo(10);
            assertThat(file.modified()).isEqualTo(1_700_000_000_000L);
            assertThat(file.stats().rows()).hasValue(3);
            assertThat(snapshot.schema().orElseThrow().json()).isEqualTo(SCHEMA.json());
            assertThat(snapshot.partitionColumns()).isEmpty();
        }
    }

    @Test
    void ofTwoCommitsOnTheSameVersionTheSecondConflicts() throws Exception {
        create();
        DeltaLog other = other();
        Snapshot seen = other.latest();
        append("two.parquet");

        assertThatThrownBy(() -> other.commit(seen, adding(file("three.parquet"))))
                .isInstanceOf(CommitConflictException.class)
                .hasMessageContaining("version 1");

        assertThat(paths(other.latest())).containsExactly("one.parquet", "two.parquet");
        assertThat(paths(other.commit(other.latest(), adding(file("three.parquet")))))
                .containsExactly("one.parquet", "three.parquet", "two.parquet");
        assertThat(log.latest().version()).isEqualTo(2);
    }

    @Test
    void ofTwoThatMakeTheTableTheSecondConflicts() throws Exception {
        DeltaLog other = other();
        Snapshot nothing = other.latest();
        create();

        assertThatThrownBy(() -> other.commit(nothing, with(adding(file("two.parquet")), SCHEMA)))
                .isInstanceOf(CommitConflictException.class);
        assertThat(paths(other.latest())).containsExactly("one.parquet");
    }

    @Test
    void snapshotsStayAsTheyAre() throws Exception {
        Snapshot first = create();
        append("two.parquet");
        log.commit(log.latest(), removing(file("one.parquet")));

        assertThat(first.version()).isZero();
        assertThat(paths(first)).containsExactly("one.parquet");
    }

    @Test
    void seesCommitsOfOthers() throws Exception {
        create();
        DeltaLog other = other();
        assertThat(other.latest().version()).isZero();
        append("two.parquet");
        append("three.parquet");

        assertThat(other.latest().version()).isEqualTo(2);
        assertThat(paths(other.latest())).hasSize(3);
    }

    @Test
    void removedFilesAreGoneAndMayComeBack() throws Exception {
        create();
        append("two.parquet");
        log.commit(log.latest(), commit(List.of(file("three.parquet")), List.of(file("one.parquet"))));
        assertThat(paths(other().latest())).containsExactly("three.parquet", "two.parquet");

        append("one.parquet");
        assertThat(paths(other().latest())).containsExactly("one.parquet", "three.parquet", "two.parquet");
        assertThat(paths(other().at(2).orElseThrow())).containsExactly("three.parquet", "two.parquet");
    }

    @Test
    void columnsCanBeAdded() throws Exception {
        create();
        log.commit(log.latest(), with(adding(file("two.parquet")), WIDER));
        log.commit(log.latest(), adding(file("three.parquet")));

        assertThat(other().latest().schema().orElseThrow().json()).isEqualTo(WIDER.json());
        assertThat(other().at(0).orElseThrow().schema().orElseThrow().json()).isEqualTo(SCHEMA.json());
        assertThat(paths(other().latest())).hasSize(3);
    }

    @Test
    void aTransactionTellsTheVersionThatItMade() throws Exception {
        create();
        log.commit(log.latest(), by(adding(file("two.parquet")), "app"));
        append("three.parquet");
        assertThat(other().latest().transaction("app")).hasValue(1);
        assertThat(other().latest().transaction("ap")).isEmpty();

        log.commit(log.latest(), by(adding(file("four.parquet")), "app", "other app"));
        assertThat(log.latest().transaction("app")).hasValue(3);
        assertThat(other().latest().transaction("app")).hasValue(3);
        assertThat(other().latest().transaction("other app")).hasValue(3);
    }

    @Test
    void tellsItsHistoryNewestFirst() throws Exception {
        create();
        append("two.parquet");
        append("three.parquet");

        List<LoggedCommit> history = other().history(2);

        assertThat(history).extracting(LoggedCommit::version).containsExactly(2L, 1L);
        LoggedCommit last = history.get(0);
        assertThat(last.user()).isEqualTo("ann");
        assertThat(last.operation()).isEqualTo("WRITE");
        assertThat(last.metrics()).containsEntry("numOutputRows", 3L);
        assertThat(last.userMetadata()).hasValue("note");
        assertThat(last.add()).extracting(DataFile::path).containsExactly("three.parquet");
        assertThat(other().history(99)).hasSize(3);
        assertThat(other().logged(1).orElseThrow().version()).isEqualTo(1);
        assertThat(other().logged(3)).isEmpty();
    }

    @Test
    void goesBackByVersion() throws Exception {
        create();
        appendTo(25);

        for (int version : new int[] {0, 1, 9, 10, 11, 19, 20, 21, 25}) {
            Snapshot then = other().at(version).orElseThrow();
            assertThat(then.version()).isEqualTo(version);
            assertThat(then.files()).hasSize(version + 1);
        }
        assertThat(other().at(26)).isEmpty();
        assertThat(log.at(12).orElseThrow().files()).hasSize(13);
        assertThat(log.latest().version()).as("looking back changes nothing").isEqualTo(25);
    }

    @Test
    void goesBackByTime() throws Exception {
        create();
        appendTo(2);
        Instant start = Instant.parse("2026-03-01T10:00:00Z");
        for (int version = 0; version <= 2; version++) {
            date(store, commitKey(version), start.plusSeconds(60L * version));
        }

        assertThat(other().asOf(start.minusMillis(1))).isEmpty();
        assertThat(other().asOf(start).orElseThrow().version()).isZero();
        assertThat(other().asOf(start.plusSeconds(60).minusMillis(1))
                        .orElseThrow()
                        .version())
                .isZero();
        assertThat(other().asOf(start.plusSeconds(60)).orElseThrow().version()).isEqualTo(1);
        assertThat(other().asOf(start.plusSeconds(600)).orElseThrow().version()).isEqualTo(2);
        assertThat(other().logged(1).orElseThrow().when()).isEqualTo(start.plusSeconds(60));
    }

    /** The order of commits is that of their versions; a clock that steps back makes no earlier version the later one. */
    @Test
    void clocksMayStepBack() throws Exception {
        create();
        appendTo(3);
        Instant start = Instant.parse("2026-03-01T10:00:00Z");
        List<Integer> minutes = List.of(0, 10, 5, 20);
        for (int version = 0; version <= 3; version++) {
            date(store, commitKey(version), start.plusSeconds(60L * minutes.get(version)));
        }

        assertThat(other().asOf(start.plusSeconds(60 * 6)).orElseThrow().version())
                .isZero();
        assertThat(other().asOf(start.plusSeconds(60 * 11)).orElseThrow().version())
                .isEqualTo(2);
        assertThat(other().asOf(start.plusSeconds(60 * 19)).orElseThrow().version())
                .isEqualTo(2);
        assertThat(other().asOf(start.plusSeconds(60 * 20)).orElseThrow().version())
                .isEqualTo(3);
    }

    @Test
    void whatACheckpointHoldsComesBack() throws Exception {
        create();
        log.commit(log.latest(), by(removing(file("one.parquet")), "app"));
        log.commit(log.latest(), with(adding(file("two.parquet")), WIDER));
        appendTo(23);
        for (int version = 0; version <= 9; version++) {
            store.delete(commitKey(version)); // only the checkpoint knows
        }

        Snapshot snapshot = other().latest();

        assertThat(snapshot.version()).isEqualTo(25);
        assertThat(snapshot.files()).hasSize(24).doesNotContain(file("one.parquet"));
        assertThat(snapshot.files()).allMatch(f -> f.stats().rows().orElse(-1) == 3 && f.size() == 10);
        assertThat(snapshot.transaction("app")).hasValue(1);
        assertThat(snapshot.schema().orElseThrow().json()).isEqualTo(WIDER.json());
        assertThat(other().at(5)).isEmpty();
    }

    @Test
    void partitionValuesComeBackNullAmongThem() throws Exception {
        List<String> values = new ArrayList<>(List.of("Bubo bubo", "100%", "a/b", "é😀\"'\\", "=", "null"));
        values.add(null);
        log.commit(log.latest(), with(adding(), withText(SCHEMA, "kind"), "kind"));
        for (int i = 0; i < values.size(); i++) {
            log.commit(log.latest(), adding(file("p" + i, Collections.singletonMap("kind", values.get(i)))));
        }
        appendPartitioned(12);

        Snapshot fromCommits = other().at(values.size()).orElseThrow();
        assertThat(partitions(fromCommits, "p")).containsExactlyElementsOf(values);
        for (int version = 0; version <= 9; version++) {
            store.delete(commitKey(version));
        }
        Snapshot fromCheckpoint = other().latest();
        assertThat(fromCheckpoint.partitionColumns()).containsExactly("kind");
        assertThat(partitions(fromCheckpoint, "p")).containsExactlyElementsOf(values);
    }

    private void appendPartitioned(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            log.commit(log.latest(), adding(file("more" + i, Map.of("kind", "x"))));
        }
    }

    private static List<String> partitions(Snapshot snapshot, String prefix) {
        List<String> values = new ArrayList<>();
        snapshot.files().stream()
                .filter(file -> file.path().startsWith(prefix))
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .forEach(file -> values.add(file.partition().get("kind")));
        return values;
    }

    @Test
    void theEmptyTextOfAPartitionIsNull() throws Exception {
        log.commit(log.latest(), with(adding(file("p", Map.of("kind", ""))), withText(SCHEMA, "kind"), "kind"));

        assertThat(partitions(other().latest(), "p")).containsExactly((String) null);
    }

    @Test
    void filesGiveExactlyThePartitionColumns() throws Exception {
        create();
        assertThatThrownBy(() -> log.commit(log.latest(), adding(file("two.parquet", Map.of("kind", "x")))))
                .isInstanceOf(UnsupportedTableException.class)
                .hasMessageContaining("[kind]");
        assertThat(log.latest().version()).isZero();
    }

    @Test
    void encodedPathsAreThoseOfTheFile() throws Exception {
        create();
        DataFile encoded = file("kind=Bubo%2520bubo/%C3%A9%20%2B.parquet");
        log.commit(log.latest(), adding(encoded));
        assertThat(other().latest().files()).contains(encoded);
        assertThat(encoded.decodedPath()).isEqualTo("kind=Bubo%20bubo/é +.parquet");

        log.commit(log.latest(), removing(encoded));
        assertThat(paths(other().latest())).containsExactly("one.parquet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"}\n{\"remove\":{\"path\":\"one.parquet\"}}\n",
                "line\r\nline\u2028line\u0085\u0000\u001b[2J\t",
                "é ñ 日本 😀 \ud83d\udd4a",
                "${jndi:ldap://x} {{x}} %s %n \\u0022 \\",
                "{\"add\":{\"path\":\"x\"}}",
                ""
            })
    void textsAreOnlyTexts(String text) throws Exception {
        create();
        log.commit(log.latest(), saying(by(adding(file("two.parquet")), "app" + text), text, text, text));

        LoggedCommit commit = other().logged(1).orElseThrow();
        assertThat(commit.userMetadata()).hasValue(text);
        assertThat(commit.operation()).isEqualTo(text);
        assertThat(commit.user()).isEqualTo(text);
        assertThat(other().latest().transaction("app" + text)).hasValue(1);
        assertThat(paths(other().latest())).containsExactly("one.parquet", "two.parquet");
    }

    @Test
    void aLongTextIsKept() throws Exception {
        create();
        String text = "0123456789".repeat(100_000);
        log.commit(log.latest(), saying(adding(file("two.parquet")), "WRITE", "ann", text));

        assertThat(other().logged(1).orElseThrow().userMetadata()).hasValue(text);
    }

    /** Fewer where each write is forced to a disk. */
    int many() {
        return 1000;
    }

    @Test
    void manyCommitsAreAllThere() throws Exception {
        create();
        appendTo(many() - 1);

        List<String> all = IntStream.range(0, many())
                .mapToObj(i -> i == 0 ? "one.parquet" : i + ".parquet")
                .sorted()
                .toList();
        assertThat(paths(log.latest())).isEqualTo(all);
        assertThat(paths(other().latest())).isEqualTo(all);
        assertThat(other().at(155).orElseThrow().files()).hasSize(156);
        assertThat(other().history(2 * many())).hasSize(many());
    }

    @Test
    void racingWritersLoseNothing() throws Exception {
        create();
        int writers = 4;
        int each = 15;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                DeltaLog own = writer == 0 ? log : other();
                String name = "writer" + writer + "-";
                running.add(pool.submit(() -> appendAll(own, name, each)));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(other().latest().files()).hasSize(1 + writers * each);
        assertThat(other().latest().version()).isEqualTo((long) writers * each);
        assertThat(paths(log.latest())).isEqualTo(paths(other().latest()));
    }

    private static Void appendAll(DeltaLog log, String name, int count) throws IOException {
        int made = 0;
        while (made < count) {
            made += append(log, name + made) ? 1 : 0;
        }
        return null;
    }

    /** False when another writer was first. */
    private static boolean append(DeltaLog log, String path) throws IOException {
        try {
            log.commit(log.latest(), adding(file(path)));
            return true;
        } catch (CommitConflictException e) {
            return false;
        }
    }
}
