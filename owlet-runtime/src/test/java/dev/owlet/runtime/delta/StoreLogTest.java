package dev.owlet.runtime.delta;

import static dev.owlet.runtime.delta.LogSamples.SCHEMA;
import static dev.owlet.runtime.delta.LogSamples.adding;
import static dev.owlet.runtime.delta.LogSamples.by;
import static dev.owlet.runtime.delta.LogSamples.commit;
import static dev.owlet.runtime.delta.LogSamples.file;
import static dev.owlet.runtime.delta.LogSamples.removing;
import static dev.owlet.runtime.delta.LogSamples.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.store.ObjectStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to this log; what every log promises is in {@link DeltaLogContract}. */
class StoreLogTest {
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

    private Snapshot append(String path) throws Exception {
        return log.commit(log.latest(), with(adding(file(path)), SCHEMA));
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
        assertThatThrownBy(() -> log.commit(log.latest(), removing(file("one.parquet"))))
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

    /** A machine whose clock is years off writes what it likes into its commits; only the store's times count. */
    @ParameterizedTest
    @ValueSource(ints = {-4000, 4000})
    void clocksOfWritersMoveNothing(int days) throws Exception {
        ObjectStore store = ObjectStore.open(folder.toString());
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
        DeltaLog skewed = new StoreLog(store, "delta/named", wrong);
        append("one.parquet");
        Instant between = Instant.now();
        Thread.sleep(20);
        skewed.commit(skewed.latest(), by(commit(List.of(file("two.parquet")), List.of(file("one.parquet"))), "app"));
        for (int i = 0; i < 22; i++) {
            skewed.commit(skewed.latest(), adding(file(i + ".parquet")));
        }

        assertThat(reopened().asOf(between).orElseThrow().files()).containsExactly(file("one.parquet"));
        assertThat(reopened().asOf(Instant.now()).orElseThrow().version()).isEqualTo(23);
        assertThat(LogCare.of(store, "delta/named").filesSince(between)).contains("one.parquet", "two.parquet");
        assertThat(LogCare.of(store, "delta/named").filesSince(Instant.now().plusSeconds(60)))
                .doesNotContain("one.parquet");
        assertThat(reopened().latest().transaction("app")).hasValue(1);
    }
}
