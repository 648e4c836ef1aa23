package dev.owlet.runtime.delta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.delta.Samples.Everything;
import dev.owlet.runtime.delta.Samples.Point;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.store.ObjectStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFilesTest {
    record Renamed(
            Long id, @Nullable String label, @Nullable String added) {}

    private static final Column<Renamed, Long> ID = Column.required("id", ValueType.longInteger(), Renamed::id);
    private static final Column<Renamed, String> LABEL =
            Column.optional("label", ValueType.text(), Renamed::label).was("title", "text");
    private static final Column<Renamed, String> ADDED = Column.optional("added", ValueType.text(), Renamed::added);
    private static final RowType<Renamed> RENAMED = new RowType<>(
            "Renamed",
            List.of(ID, LABEL, ADDED),
            values -> {},
            (values, violations) -> {},
            values -> new Renamed(values.require(ID), values.get(LABEL), values.get(ADDED)));

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
    void everyTypeComesBackEqual() throws Exception {
        List<Everything> rows = List.of(Samples.full(1), Samples.empty(2), Samples.full(Long.MAX_VALUE));

        assertThat(files.read(files.write(rows))).isEqualTo(rows);
    }

    @Test
    void manyRowsComeBackCompressed() throws Exception {
        List<Everything> rows = LongStream.range(0, 2000)
                .mapToObj(id -> id % 3 == 0 ? Samples.empty(id) : Samples.full(id))
                .toList();

        DataFile file = files.write(rows);

        assertThat(files.read(file)).isEqualTo(rows);
        assertThat(file.size()).isLessThan(100_000);
    }

    @Test
    void emptyListsAreNotAbsentOnes() throws Exception {
        Everything row = new Everything(
                1L, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, List.of(),
                List.of(), null);

        assertThat(files.read(files.write(List.of(row)))).containsExactly(row);
    }

    @Test
    void renamedAndNewColumnsAreReadFromOldFiles() throws Exception {
        DataFile old = files.write(List.of(Samples.full(1), Samples.empty(2)));

        assertThat(new RowFiles<>(RENAMED, store, "t").read(old))
                .containsExactly(new Renamed(1L, "Barn owl 🦉", null), new Renamed(2L, null, null));
    }

    @Test
    void copiesKeepColumnsThatThisTypeDoesNotKnow() throws Exception {
        DataFile file = files.write(List.of(Samples.full(1), Samples.empty(2), Samples.full(3)));
        BitSet gone = new BitSet();
        gone.set(0);

        DataFile copy =
                new RowFiles<>(RENAMED, store, "t").copyWithout(file, gone).orElseThrow();

        assertThat(files.read(copy)).containsExactly(Samples.empty(2), Samples.full(3));
        assertThat(copy.stats().rows()).hasValue(2);
        gone.set(0, 3);
        assertThat(files.copyWithout(file, gone)).isEmpty();
    }

    @Test
    void statisticsTellLeastGreatestAndNulls() throws Exception {
        DataFile file = files.write(List.of(Samples.full(7), Samples.empty(8)));
        JsonNode stats = Json.MAPPER.readTree(file.statsJson().orElseThrow());

        assertThat(stats.path("numRecords").asInt()).isEqualTo(2);
        assertThat(stats.at("/minValues/id").asInt()).isEqualTo(7);
        assertThat(stats.at("/maxValues/id").asInt()).isEqualTo(8);
        assertThat(stats.at("/nullCount/id").asInt()).isZero();
        assertThat(stats.at("/nullCount/flag").asInt()).isEqualTo(1);
        assertThat(stats.at("/minValues/small").decimalValue()).isEqualTo("-1234.50");
        assertThat(stats.at("/maxValues/large").decimalValue()).isEqualTo("99999999999999.9999");
        assertThat(stats.at("/maxValues/huge").decimalValue()).isEqualTo("-1234567890123456789012345678.0123456789");
        assertThat(stats.at("/minValues/day").asText()).isEqualTo("1899-12-31");
        assertThat(stats.at("/minValues/instant").asText()).isEqualTo("1969-12-31T23:59:59.999Z");
        assertThat(stats.at("/maxValues/instant").asText()).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(stats.at("/minValues/point/lat").decimalValue()).isEqualTo("-52.370216");
        assertThat(stats.at("/nullCount/point/lon").asInt()).isEqualTo(2);
        assertThat(stats.path("minValues").has("texts")).isFalse();
        assertThat(stats.path("minValues").has("flag")).isFalse();
        assertThat(stats.at("/minValues/weight").asDouble()).isEqualTo(1.5);
    }

    @Test
    void longTextsAreCutSoThatTheirBoundsHold() throws Exception {
        String long1 = "🦉".repeat(40);
        String long2 = Character.toString(Character.MAX_CODE_POINT).repeat(40);

        JsonNode first = Json.MAPPER.readTree(
                files.write(List.of(text(long1))).statsJson().orElseThrow());
        JsonNode second = Json.MAPPER.readTree(
                files.write(List.of(text(long2))).statsJson().orElseThrow());

        assertThat(first.at("/minValues/text").asText()).isEqualTo("🦉".repeat(32));
        assertThat(ValueType.text().compare(first.at("/maxValues/text").asText(), long1))
                .isPositive();
        assertThat(second.at("/minValues/text").asText()).isEqualTo(long2.substring(0, 64));
        assertThat(second.path("maxValues").has("text")).isFalse();
    }

    @Test
    void notANumberHasNoBound() throws Exception {
        Everything row = new Everything(
                1L,
                null,
                null,
                Double.NaN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        DataFile file = files.write(List.of(row, Samples.full(2)));

        assertThat(file.statsJson().orElseThrow()).doesNotContain("NaN");
        assertThat(file.stats().mayPass(Samples.WEIGHT.gt(1e9))).isTrue();
        assertThat(files.read(file).get(0)).isEqualTo(row);
    }

    private static Everything text(String text) {
        return new Everything(
                1L, null, null, null, null, null, null, text, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    @Test
    void statisticsRuleOutOnlyWhatCannotBeThere() throws Exception {
        Everything full = Samples.full(7);
        FileStats stats = files.write(List.of(full, Samples.empty(9))).stats();

        assertHolds(stats, Samples.ID, 7L, 6L);
        assertHolds(stats, Samples.SMALL, full.small(), new BigDecimal("0.00"));
        assertHolds(stats, Samples.HUGE, full.huge(), new BigDecimal("0.0000000000"));
        assertHolds(stats, Samples.TEXT, full.text(), "Barn owl");
        assertHolds(stats, Samples.ID2, full.uuid(), new java.util.UUID(1, 1));
        assertHolds(stats, Samples.DAY, full.day(), LocalDate.EPOCH);
        assertHolds(stats, Samples.INSTANT, full.instant(), Instant.parse("1971-01-01T00:00:00Z"));
        assertHolds(stats, Samples.COLOUR, full.colour(), Samples.Colour.RED);
        assertThat(stats.mayPass(Samples.ID.gt(9L))).isTrue(); // bounds are inclusive: not worth a closer look
        assertThat(stats.mayPass(Samples.ID.gt(10L))).isFalse();
        assertThat(stats.mayPass(Samples.ID.lt(6L))).isFalse();
        assertThat(stats.mayPass(Samples.ID.in(List.of(1L, 2L)))).isFalse();
        assertThat(stats.mayPass(Samples.ID.in(List.of(1L, 8L)))).isTrue();
        assertThat(stats.mayPass(Samples.ID.isNull())).isFalse();
        assertThat(stats.mayPass(Samples.TEXT.isNull())).isTrue();
        assertThat(stats.mayPass(Samples.ID.eq(7L).and(Samples.ID.gt(99L)))).isFalse();
        assertThat(stats.mayPass(Samples.ID.eq(7L).or(Samples.ID.gt(99L)))).isTrue();
        assertThat(stats.mayPass(new Filter.Where<Everything>(row -> false))).isTrue();
        assertThat(stats.mayPass(Samples.POINT.eq(new Point(BigDecimal.ONE, null))))
                .isTrue();
    }

    private static <V> void assertHolds(FileStats stats, Column<Everything, V> column, V there, V elsewhere) {
        assertThat(stats.mayContain(column, there)).as(column.name()).isTrue();
        assertThat(stats.mayContain(column, elsewhere)).as(column.name()).isFalse();
    }

    @Test
    void strangeStatisticsRuleNothingOut() {
        for (String json : List.of("", "nonsense", "[]", "{\"minValues\":{\"id\":\"x\"},\"maxValues\":{\"id\":{}}}")) {
            FileStats stats = new DataFile("x", Map.of(), 1, 1, Optional.of(json)).stats();
            assertThat(stats.mayPass(Samples.ID.eq(1L))).as(json).isTrue();
            assertThat(stats.rows()).as(json).isEmpty();
        }
    }

    /** Valid "until for ever" is written so; the statistics round it up. */
    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999999Z"})
    void theLastMomentIsFound(String text) throws Exception {
        Instant last = Instant.parse(text);

        DataFile file = files.write(List.of(at(last)));

        assertThat(file.stats().mayPass(Samples.INSTANT.eq(last))).isTrue();
        assertThat(file.stats().mayPass(Samples.INSTANT.gt(Instant.EPOCH))).isTrue();
        assertThat(file.stats().mayPass(Samples.INSTANT.lt(Instant.EPOCH))).isFalse();
        assertThat(file.statsJson().orElseThrow()).doesNotContain("+10000");
    }

    private static Everything at(Instant instant) {
        return new Everything(
                1L, null, null, null, null, null, null, null, null, null, null, instant, null, null, null, null, null,
                null, null);
    }
}
