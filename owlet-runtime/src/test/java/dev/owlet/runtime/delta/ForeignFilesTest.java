package dev.owlet.runtime.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.delta.Samples.Everything;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

/** Files as other engines write, or once wrote, the same columns. */
class ForeignFilesTest {
    @TempDir
    Path folder;

    private Everything read(String fields, Consumer<Group> fill) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message spark_schema { " + fields + " }");
        Group row = new SimpleGroup(schema);
        fill.accept(row);
        MemoryFile file = new MemoryFile();
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(file)
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .build()) {
            writer.write(row);
        }
        ObjectStore store = ObjectStore.open(folder.toString());
        store.put("t/a b.parquet", file.bytes(), false);
        DataFile data = new DataFile("a%20b.parquet", Map.of(), 1, 1, Optional.empty());
        return new RowFiles<>(Samples.TYPE, store, "t").read(data).get(0);
    }

    @Test
    void timestampsOf96Bits() throws Exception {
        byte[] noonBeforeEpoch = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(43_200_000_001_999L)
                .putInt(2_440_587)
                .array();

        Everything row = read(
                "required int64 id; optional int96 instant;",
                group -> group.append("id", 1L).append("instant", Binary.fromConstantByteArray(noonBeforeEpoch)));

        assertThat(row.instant()).isEqualTo(Instant.parse("1969-12-31T12:00:00.000001Z"));
    }

    @Test
    void timestampsOfOtherUnits() throws Exception {
        assertThat(read(
                                "required int64 id; optional int64 instant (TIMESTAMP(MILLIS,true));",
                                group -> group.append("id", 1L).append("instant", -1L))
                        .instant())
                .isEqualTo(Instant.ofEpochMilli(-1));
        assertThat(read(
                                "required int64 id; optional int64 instant (TIMESTAMP(NANOS,true));",
                                group -> group.append("id", 1L).append("instant", 1_999L))
                        .instant())
                .isEqualTo(Instant.EPOCH.plusNanos(1000));
    }

    @Test
    void decimalsInBytesAndOfFewerPlaces() throws Exception {
        Everything row = read(
                "required int64 id; optional binary small (DECIMAL(6,1)); "
                        + "optional fixed_len_byte_array(8) large (DECIMAL(18,4)); optional int64 huge (DECIMAL(18,2));",
                group -> group.append("id", 1L)
                        .append("small", bytes(-15))
                        .append(
                                "large",
                                Binary.fromConstantByteArray(
                                        ByteBuffer.allocate(8).putLong(123_456).array()))
                        .append("huge", 250L));

        assertThat(row.small()).isEqualTo(new BigDecimal("-1.50"));
        assertThat(row.large()).isEqualTo(new BigDecimal("12.3456"));
        assertThat(row.huge()).isEqualTo(new BigDecimal("2.5000000000"));
    }

    private static Binary bytes(long value) {
        return Binary.fromConstantByteArray(BigInteger.valueOf(value).toByteArray());
    }

    @Test
    void listsOfTwoLevels() throws Exception {
        Everything row = read(
                "required int64 id; optional group texts (LIST) { repeated binary array (STRING); } "
                        + "optional group points (LIST) { repeated group points_tuple { "
                        + "optional int32 lat (DECIMAL(9,6)); } }",
                group -> {
                    group.append("id", 1L);
                    group.addGroup("texts").append("array", "a").append("array", "b");
                    group.addGroup("points").addGroup("points_tuple").append("lat", 1_500_000);
                });

        assertThat(row.texts()).containsExactly("a", "b");
        assertThat(row.points()).containsExactly(new Samples.Point(new BigDecimal("1.500000"), null));
    }

    @Test
    void narrowerNumbersOtherCaseAndUnknownColumns() throws Exception {
        Everything row = read(
                "optional group other { repeated group list { optional binary element; } } required int32 ID; "
                        + "optional float weight; optional binary extra;",
                group -> group.append("ID", 7).append("weight", 1.5f));

        assertThat(row.id()).isEqualTo(7L);
        assertThat(row.weight()).isEqualTo(1.5);
    }

    @Test
    void anotherTypeIsRefusedBySayingWhich() {
        assertThatThrownBy(() -> read(
                        "required int64 id; optional int64 text;",
                        group -> group.append("id", 1L).append("text", 5L)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("t/a b.parquet")
                .hasMessageContaining("text");
        assertThatThrownBy(() -> read(
                        "required int64 id; optional binary uuid (STRING);",
                        group -> group.append("id", 1L).append("uuid", "nonsense")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("uuid");
    }
}
