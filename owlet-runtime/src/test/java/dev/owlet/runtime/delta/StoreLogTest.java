package dev.owlet.runtime.delta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.store.ObjectStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLogTest {
    record Named(String name) {}

    private static final Column<Named, String> NAME = Column.required("name", ValueType.text(), Named::name);
    private static final DeltaSchema SCHEMA = DeltaSchema.of(new RowType<>(
            "Named",
            List.of(NAME),
            values -> {},
            (values, violations) -> {},
            values -> new Named(values.require(NAME))));

    @TempDir
    Path folder;

    private DeltaLog log;

    @BeforeEach
    void open() {
        log = reopened();
    }

    private DeltaLog reopened() {
        return DeltaLog.of(ObjectStore.open(folder.toString()), "delta/named");
    }

    private static DataFile file(String path) {
        return new DataFile(path, Map.of(), 10, 1_700_000_000_000L, Optional.of("{\"numRecords\":3}"));
    }

    private static Commit commit(List<DataFile> add, List<DataFile> remove, Optional<String> app) {
        return new Commit(
                add,
                remove,
                Optional.of(SCHEMA),
                List.of(),
                app.stream().toList(),
                "WRITE",
                "ann",
                Map.of("numOutputRows", 3L),
                Optional.of("note"),
                true);
    }

    private Snapshot append(String path) throws Exception {
        return log.commit(log.latest(), commit(List.of(file(path)), List.of(), Optional.empty()));
    }

    @Test
    void anAbsentTableIsEmpty() throws Exception {
        assertThat(log.latest().exists()).isFalse();
        assertThat(log.latest().version()).isEqualTo(-1);
        assertThat(log.at(0)).isEmpty();
        assertThat(log.asOf(Instant.now())).isEmpty();
        assertThat(log.history(5)).isEmpty();
    }

    @Test
    void theFirstCommitMakesTheTable() throws Exception {
        append("one.parquet");

        Snapshot snapshot = reopened().latest();
        assertThat(snapshot.version()).isZero();
        assertThat(snapshot.files()).extracting(DataFile::path).containsExactly("one.parquet");
        assertThat(snapshot.files().iterator().next().stats().rows()).hasValue(3);
        assertThat(snapshot.schema().orElseThrow().json()).contains("\"name\":\"name\",\"type\":\"string\"");
    }

    /** Many languages have digits of their own, which Java uses in numbers unless told otherwise. */
    @Test
    void fileNamesDoNotDependOnTheLanguageOfTheMachine() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            append("one.parquet");
            append("two.parquet");
        } finally {
            Locale.setDefault(before);
        }

        assertThat(folder.resolve("delta/named/_delta_log/00000000000000000001.json"))
                .exists();
        assertThat(reopened().latest().files()).hasSize(2);
    }

    @Test
    void theSecondOfTwoCommitsOnTheSameVersionConflicts() throws Exception {
        append("one.parquet");
        DeltaLog other = reopened();
        Snapshot seen = other.latest();
        append("two.parquet");

        assertThatThrownBy(
                        () -> other.commit(seen, commit(List.of(file("three.parquet")), List.of(), Optional.empty())))
                .isInstanceOf(CommitConflictException.class);
        assertThat(other.latest().files()).extracting(DataFile::path).containsExactly("one.parquet", "two.parquet");
    }

    @Test
    void checkpointsAreReadBackWithRemovalsStatisticsAndTransactions() throws Exception {
        append("first.parquet");
        log.commit(log.latest(), commit(List.of(), List.of(file("first.parquet")), Optional.of("app")));
        for (int i = 2; i <= 43; i++) {
            append(i + ".parquet");
        }
        assertThat(folder.resolve("delta/named/_delta_log/00000000000000000040.checkpoint.parquet"))
                .exists();
        Files.delete(folder.resolve("delta/named/_delta_log/00000000000000000001.json")); // only the checkpoint knows

        Snapshot snapshot = reopened().latest();

        assertThat(snapshot.version()).isEqualTo(43);
        assertThat(snapshot.files()).hasSize(42).doesNotContain(file("first.parquet"));
        assertThat(snapshot.files()).allMatch(f -> f.stats().rows().orElse(-1) == 3);
        assertThat(snapshot.transaction("app")).hasValue(1);
        assertThat(snapshot.transaction("none")).isEmpty();
        assertThat(snapshot.schema().orElseThrow().json()).isEqualTo(SCHEMA.json());
    }

    @Test
    void goesBackByVersionAndByTime() throws Exception {
        append("one.parquet");
        append("two.parquet");
        List<LoggedCommit> history = log.history(10);

        assertThat(log.at(0).orElseThrow().files()).hasSize(1);
        assertThat(log.at(2)).isEmpty();
        assertThat(log.asOf(history.get(1).when()).orElseThrow().version()).isZero();
        assertThat(log.asOf(history.get(1).when().minusNanos(1000))).isEmpty();
        assertThat(log.asOf(Instant.now().plusSeconds(9)).orElseThrow().version())
                .isEqualTo(1);
    }

    @Test
    void tellsItsHistoryNewestFirst() throws Exception {
        append("one.parquet");
        append("two.parquet");
        append("three.parquet");

        List<LoggedCommit> history = log.history(2);

        assertThat(history).extracting(LoggedCommit::version).containsExactly(2L, 1L);
        assertThat(history.get(0).user()).isEqualTo("ann");
        assertThat(history.get(0).operation()).isEqualTo("WRITE");
        assertThat(history.get(0).metrics()).containsEntry("numOutputRows", 3L);
        assertThat(history.get(0).userMetadata()).hasValue("note");
        assertThat(history.get(0).add()).extracting(DataFile::path).containsExactly("three.parquet");
    }

    @Test
    void seesCommitsOfOthersWithoutListingAnew() throws Exception {
        append("one.parquet");
        DeltaLog other = reopened();
        assertThat(other.latest().version()).isZero();
        append("two.parquet");
        append("three.parquet");

        assertThat(other.latest().version()).isEqualTo(2);
    }

    @Test
    void refusesTablesOfNewerProtocols() throws Exception {
        append("one.parquet");
        foreign(
                1,
                "{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":7,\"writerFeatures\":[\"rowTracking\"]}}");
        assertThat(reopened().latest().files()).hasSize(1);
        assertThatThrownBy(() -> append("two.parquet"))
                .isInstanceOf(UnsupportedTableException.class)
                .hasMessageContaining("writer version 7 [rowTracking]");

        foreign(2, "{\"protocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7}}");
        assertThatThrownBy(() -> reopened().latest())
                .isInstanceOf(UnsupportedTableException.class)
                .hasMessageContaining("reader version 3");
    }

    @Test
    void refusesToWriteWhereOthersPutConstraints() throws Exception {
        append("one.parquet");
        foreign(1, metadata("{\"delta.appendOnly\":\"true\"}", true));
        append("two.parquet");
        assertThatThrownBy(() ->
                        log.commit(log.latest(), commit(List.of(), List.of(file("one.parquet")), Optional.empty())))
                .hasMessageContaining("append-only");

        foreign(3, metadata("{\"delta.constraints.positive\":\"a > 0\"}", true));
        assertThatThrownBy(() -> append("three.parquet")).hasMessageContaining("delta.constraints.positive");

        foreign(4, metadata("{}", false));
        assertThatThrownBy(() -> append("three.parquet")).hasMessageContaining("column name");
    }

    private static String metadata(String configuration, boolean nullable) {
        String schema = SCHEMA.json().replace("\"nullable\":true", "\"nullable\":" + nullable);
        return "{\"metaData\":{\"id\":\"x\",\"format\":{\"provider\":\"parquet\",\"options\":{}},\"schemaString\":\""
                + schema.replace("\"", "\\\"") + "\",\"partitionColumns\":[],\"configuration\":" + configuration + "}}";
    }

    private void foreign(long version, String action) throws Exception {
        Path file = folder.resolve(String.format("delta/named/_delta_log/%020d.json", version));
        Files.write(file, (action + "\n").getBytes(UTF_8));
    }

    @Test
    void anUnreadableHintOrStrangeFilesDoNoHarm() throws Exception {
        append("one.parquet");
        Path logFolder = folder.resolve("delta/named/_delta_log");
        Files.writeString(logFolder.resolve("_last_checkpoint"), "{\"version\":77}");
        Files.writeString(logFolder.resolve("99999999999999999999.json"), "{}");
        Files.writeString(logFolder.resolve("00000000000000000000.crc"), "nonsense");
        assertThat(reopened().latest().version()).isZero();

        Files.writeString(logFolder.resolve("_last_checkpoint"), "nonsense");
        assertThat(reopened().latest().version()).isZero();
    }
}
