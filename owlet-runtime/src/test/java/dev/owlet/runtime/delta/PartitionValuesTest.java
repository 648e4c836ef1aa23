package dev.owlet.runtime.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.delta.Samples.Everything;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionValuesTest {
    @TempDir
    Path folder;

    private ObjectStore store;
    private RowFiles<Everything> files;

    @BeforeEach
    void open() {
        store = ObjectStore.open(folder.toString());
        files = new RowFiles<>(Samples.TYPE, store, "t");
    }

    @Test
    void columnsOfThePartitionAreInTheLogNotInTheFile() throws Exception {
        Map<String, @Nullable String> partition = new LinkedHashMap<>();
        partition.put("text", "Barn owl 🦉");
        partition.put("_instant_year", "1969");
        List<Everything> rows = List.of(Samples.full(1), Samples.full(2));

        DataFile file = files.write(rows, partition);

        assertThat(file.path()).startsWith("text=Barn%2520owl%2520%25F0%259F%25A6%2589/_instant_year=1969/part-");
        assertThat(Files.exists(folder.resolve("t").resolve(file.decodedPath())))
                .isTrue();
        assertThat(file.partition()).isEqualTo(partition);
        assertThat(file.statsJson().orElseThrow()).doesNotContain("Barn", "1969\"");
        assertThat(files.read(file)).isEqualTo(rows);
        DataFile moved = new DataFile(file.path(), Map.of("text", "Tawny owl"), 1, 1, file.statsJson());
        assertThat(files.read(moved)).extracting(Everything::text).containsOnly("Tawny owl");
    }

    @Test
    void copiesStayInTheirPartition() throws Exception {
        Map<String, String> partition = Map.of("text", "Barn owl 🦉");
        DataFile file = files.write(List.of(Samples.full(1), Samples.full(2)), partition);
        BitSet gone = new BitSet();
        gone.set(0);

        DataFile copy = files.copyWithout(file, gone).orElseThrow();

        assertThat(copy.partition()).isEqualTo(partition);
        assertThat(copy.path()).startsWith("text=Barn%2520owl").isNotEqualTo(file.path());
        assertThat(files.read(copy)).containsExactly(Samples.full(2));
    }

    /** As the protocol and Spark write them. */
    @Test
    void everyTypeIsReadFromItsText() throws Exception {
        Everything row = read(Map.ofEntries(
                Map.entry("flag", "true"),
                Map.entry("COUNT", "-7"),
                Map.entry("weight", "1.0E10"),
                Map.entry("small", "-1.5"),
                Map.entry("large", "12.3400"),
                Map.entry("huge", "1E+3"),
                Map.entry("text", " a b "),
                Map.entry("uuid", "ffffffff-0000-7000-8000-000000000001"),
                Map.entry("day", "1899-12-31"),
                Map.entry("time", "23:59:59"),
                Map.entry("instant", "1969-12-31 23:59:59.999999"),
                Map.entry("colour", "GREEN")));

        assertThat(row.flag()).isTrue();
        assertThat(row.count()).isEqualTo(-7);
        assertThat(row.weight()).isEqualTo(1e10);
        assertThat(row.small()).isEqualTo(new BigDecimal("-1.50"));
        assertThat(row.large()).isEqualTo(new BigDecimal("12.3400"));
        assertThat(row.huge()).isEqualTo(new BigDecimal("1000.0000000000"));
        assertThat(row.text()).isEqualTo(" a b ");
        assertThat(row.uuid()).isEqualTo(Samples.full(1).uuid());
        assertThat(row.day()).isEqualTo(LocalDate.of(1899, 12, 31));
        assertThat(row.time()).isEqualTo(java.time.LocalTime.of(23, 59, 59));
        assertThat(row.instant()).isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
        assertThat(row.colour()).isEqualTo(Samples.Colour.GREEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-01T10:20:30.123456Z",
                "2024-03-01 10:20:30.123456",
                "2024-03-01T10:20:30.123456",
                "2024-03-01T11:20:30.123456+01:00"
            })
    void timesComeWithAndWithoutZone(String text) throws Exception {
        assertThat(read(Map.of("instant", text)).instant()).isEqualTo(Instant.parse("2024-03-01T10:20:30.123456Z"));
    }

    @Test
    void emptyTextIsNullAndSoIsNull() throws Exception {
        assertThat(read(Map.of("text", "", "count", ""))).isEqualTo(Samples.empty(1));
        assertThat(read(Collections.singletonMap("text", null))).isEqualTo(Samples.empty(1));
        DataFile file = files.write(List.of(Samples.empty(1)), Collections.singletonMap("text", null));
        assertThat(file.path()).startsWith("text=__HIVE_DEFAULT_PARTITION__/");
    }

    @Test
    void textThatIsNoValueIsRefusedBySayingWhere() {
        assertThatThrownBy(() -> read(Map.of("day", "yesterday")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("part-")
                .hasMessageContaining("partition column day must be a date");
    }

    @Test
    void hostileValuesStayInOneFolder() throws Exception {
        for (String hostile : List.of("../../x", "a/b", ".", "CON.", "a\u0000b\n", "%2F", "x".repeat(5000))) {
            DataFile file = files.write(List.of(Samples.empty(1)), Map.of("text", hostile));

            assertThat(file.decodedPath().split("/")).as(hostile).hasSize(2);
            assertThat(file.decodedPath().length()).isLessThan(200);
            assertThat(new DataFile(file.path(), Map.of(), 1, 1, Optional.empty()).decodedPath())
                    .isEqualTo(file.decodedPath());
            assertThat(store.listAll("t")).extracting(o -> o.key()).contains("t/" + file.decodedPath());
        }
    }

    @Test
    void partitionsRuleFilesOut() {
        FileStats stats = of(Map.of("text", "owl", "day", "2024-03-01"));

        assertThat(stats.mayContain(Samples.TEXT, "owl")).isTrue();
        assertThat(stats.mayContain(Samples.TEXT, "owls")).isFalse();
        assertThat(stats.mayPass(Samples.TEXT.isNull())).isFalse();
        assertThat(stats.mayPass(Samples.DAY.gte(LocalDate.of(2024, 3, 1)))).isTrue();
        assertThat(stats.mayPass(Samples.DAY.gte(LocalDate.of(2024, 3, 2)))).isFalse();
        assertThat(stats.mayPass(Samples.COUNT.eq(1))).isTrue();
    }

    @Test
    void partitionsOfNullRuleValuesOut() {
        FileStats stats = of(Collections.singletonMap("text", null));

        assertThat(stats.mayContain(Samples.TEXT, "owl")).isFalse();
        assertThat(stats.mayPass(Samples.TEXT.isNull())).isTrue();
        assertThat(stats.mayPass(Samples.TEXT.isNotNull())).isFalse();
        assertThat(stats.mayPass(Samples.TEXT.gt("a"))).isFalse();
    }

    @Test
    void whatCannotBeReadRulesNothingOut() {
        assertThat(of(Map.of("day", "yesterday")).mayPass(Samples.DAY.eq(LocalDate.EPOCH)))
                .isTrue();
    }

    @Test
    void defaultsAreLookedForWhereNullIsStored() {
        Column<String, String> column = Column.required("text", ValueType.text(), text -> text);
        new RowType<>(
                "Filled",
                List.of(column),
                values -> values.fill(column, () -> "owl"),
                (values, violations) -> {},
                values -> values.require(column));
        String json = "{\"numRecords\":2,\"minValues\":{\"text\":\"x\"},\"maxValues\":{\"text\":\"y\"},"
                + "\"nullCount\":{\"text\":%d}}";

        assertThat(of(Collections.singletonMap("text", null)).mayPass(column.eq("owl")))
                .isTrue();
        assertThat(FileStats.of(Optional.of(json.formatted(1)), Map.of()).mayPass(column.eq("owl")))
                .isTrue();
        assertThat(FileStats.of(Optional.of(json.formatted(0)), Map.of()).mayPass(column.eq("owl")))
                .isFalse();
    }

    private static FileStats of(Map<String, @Nullable String> partition) {
        return new DataFile("x", partition, 1, 1, Optional.empty()).stats();
    }

    private Everything read(Map<String, @Nullable String> partition) throws IOException {
        Map<String, @Nullable String> leftOut = new LinkedHashMap<>();
        partition.forEach((name, value) -> leftOut.put(name.toLowerCase(java.util.Locale.ROOT), value));
        DataFile written = files.write(List.of(Samples.empty(1)), leftOut);
        return files.read(new DataFile(written.path(), partition, 1, 1, Optional.empty()))
                .get(0);
    }
}
