package dev.owlet.runtime.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.delta.Samples.Everything;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters find the rows of files in which other engines stored them in their own ways: ten rows, ids 0 to 9. */
class ForeignFiltersTest {
    @TempDir
    Path folder;

    private List<Long> ids(String fields, ObjIntConsumer<Group> fill, Filter<Everything> filter) throws IOException {
        MessageType schema =
                MessageTypeParser.parseMessageType("message spark_schema { required int64 id; " + fields + " }");
        MemoryFile memory = new MemoryFile();
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(memory)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs())
                .withPageRowCountLimit(2)
                .withType(schema)
                .build()) {
            for (int i = 0; i < 10; i++) {
                Group row = new SimpleGroup(schema).append("id", (long) i);
                fill.accept(row, i);
                writer.write(row);
            }
        }
        ObjectStore store = ObjectStore.open(folder.toString());
        store.put("t/a.parquet", memory.bytes(), false);
        DataFile file = new DataFile("a.parquet", Map.of(), memory.bytes().length, 1, Optional.empty());
        try (Stream<Everything> rows = new RowFiles<>(Samples.TYPE, store, "t").scan(file, filter)) {
            return rows.filter(filter::test).map(Everything::id).toList();
        }
    }

    @Test
    void uuidsInCapitals() throws Exception {
        ObjIntConsumer<Group> fill = (row, i) -> row.append("uuid", "ABCDEF00-0000-7000-8000-00000000000" + i);
        UUID third = UUID.fromString("abcdef00-0000-7000-8000-000000000003");

        assertThat(ids("optional binary uuid (STRING);", fill, Samples.ID2.eq(third)))
                .containsExactly(3L);
        assertThat(ids("optional binary uuid (STRING);", fill, Samples.ID2.in(List.of(third))))
                .containsExactly(3L);
    }

    @Test
    void boundsInCapitalsOrWithoutSecondsRuleNothingOutThatIsThere() {
        FileStats stats = FileStats.of(Optional.of("""
                        {"numRecords":2,
                         "minValues":{"uuid":"ABCDEF00-0000-7000-8000-000000000001","time":"09:30"},
                         "maxValues":{"uuid":"ABCDEF00-0000-7000-8000-000000000009","time":"09:30"}}"""), Map.of());

        assertThat(stats.mayContain(Samples.ID2, UUID.fromString("abcdef00-0000-7000-8000-000000000003")))
                .isTrue();
        assertThat(stats.mayContain(Samples.ID2, UUID.fromString("bbcdef00-0000-7000-8000-000000000003")))
                .isFalse();
        assertThat(stats.mayContain(Samples.TIME, LocalTime.of(9, 30))).isTrue();
    }

    @Test
    void timestampsOf96Bits() throws Exception {
        ObjIntConsumer<Group> fill = (row, i) -> row.append(
                "instant",
                Binary.fromConstantByteArray(ByteBuffer.allocate(12)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(0)
                        .putInt(2_440_588 + i)
                        .array()));

        assertThat(ids("optional int96 instant;", fill, Samples.INSTANT.gte(Instant.parse("1970-01-09T00:00:00Z"))))
                .containsExactly(8L, 9L);
    }

    @Test
    void timestampsOfOtherUnits() throws Exception {
        assertThat(ids(
                        "optional int64 instant (TIMESTAMP(NANOS,true));",
                        (row, i) -> row.append("instant", i * 1000L + 999),
                        Samples.INSTANT.eq(Instant.EPOCH.plusNanos(4000))))
                .containsExactly(4L);
    }

    @Test
    void decimalsInBytesOfAnyLengthAndOfOtherScales() throws Exception {
        ObjIntConsumer<Group> padded =
                (row, i) -> row.append("small", Binary.fromConstantByteArray(new byte[] {0, 0, (byte) (i * 10)}));
        assertThat(ids("optional binary small (DECIMAL(6,1));", padded, Samples.SMALL.eq(new BigDecimal("5.00"))))
                .containsExactly(5L);
        ObjIntConsumer<Group> fixed = (row, i) -> row.append(
                "huge",
                Binary.fromConstantByteArray(ByteBuffer.allocate(8)
                        .putLong(BigInteger.TEN.longValue() * (i - 5))
                        .array()));
        assertThat(ids(
                        "optional fixed_len_byte_array(8) huge (DECIMAL(18,1));",
                        fixed,
                        Samples.HUGE.lt(new BigDecimal("-3.00"))))
                .containsExactly(0L, 1L);
        assertThat(ids(
                        "optional int32 small (DECIMAL(6,1));",
                        (row, i) -> row.append("small", i),
                        Samples.SMALL.gt(new BigDecimal("0.75"))))
                .containsExactly(8L, 9L);
    }

    @Test
    void bothZerosAndNaN() throws Exception {
        ObjIntConsumer<Group> fill = (row, i) -> row.append("weight", i == 0 ? -0.0 : i == 9 ? Double.NaN : i - 1.0);

        assertThat(ids("optional double weight;", fill, Samples.WEIGHT.eq(0.0))).containsExactly(0L, 1L);
        assertThat(ids("optional double weight;", fill, Samples.WEIGHT.gte(7.0)))
                .containsExactly(8L, 9L);
    }

    @Test
    void partsOfShapes() throws Exception {
        Filter<Everything> filter = Samples.POINT.nested(Samples.Point.LAT).gt(new BigDecimal("7"));

        assertThat(ids(
                        "optional group point { optional int32 lat (DECIMAL(9,6)); optional int32 lon (DECIMAL(9,6)); }",
                        (row, i) -> row.addGroup("point").append("lat", i * 1_000_000),
                        filter))
                .containsExactly(8L, 9L);
    }

    @Test
    void columnsThatAreNotThere() throws Exception {
        assertThat(ids("", (row, i) -> {}, Samples.TEXT.eq("owl"))).isEmpty();
        assertThat(ids("", (row, i) -> {}, Samples.TEXT.isNull().and(Samples.ID.lt(2L))))
                .containsExactly(0L, 1L);
        assertThat(ids("", (row, i) -> {}, Samples.TEXT.isNotNull().or(Samples.ID.eq(2L))))
                .containsExactly(2L);
    }

    @Test
    void narrowerNumbers() throws Exception {
        assertThat(ids("optional int32 count;", (row, i) -> row.append("count", i), Samples.COUNT.in(List.of(3, 99))))
                .containsExactly(3L);
        assertThat(ids("", (row, i) -> {}, Samples.ID.gt(Long.MAX_VALUE))).isEmpty();
    }
}
