package dev.owlet.runtime.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.delta.Samples.Everything;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.store.ObjectStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedRowsTest {
    @TempDir
    Path folder;

    private RowFiles<Everything> files;

    @BeforeEach
    void open() {
        files = new RowFiles<>(Samples.TYPE, ObjectStore.open(folder.toString()), "t");
    }

    @Test
    void everyTypeComesBackEqualAndInTheOrderAskedFor() throws Exception {
        List<Everything> rows = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            rows.add(i % 3 == 0 ? Samples.empty(i) : Samples.full(i));
        }
        PackedRows<Everything> packed = files.pack(Set.of(), Set.of());
        long[] places = places(packed, rows);
        Collections.reverse(rows);

        DataFile file = files.write(packed, reversed(places), Map.of(), Samples.ID);

        assertThat(files.read(file)).isEqualTo(rows);
        assertThat(file.stats().rows()).hasValue(6000);
        assertThat(file.statsJson()).isEqualTo(files.write(rows).statsJson());
    }

    @Test
    void someOfTheRowsMakeAFile() throws Exception {
        PackedRows<Everything> packed = files.pack(Set.of(), Set.of());
        long[] places = places(packed, List.of(Samples.full(1), Samples.full(2), Samples.full(3)));

        DataFile file = files.write(packed, new long[] {places[0], places[2]}, Map.of(), Samples.ID);

        assertThat(files.read(file)).containsExactly(Samples.full(1), Samples.full(3));
    }

    @Test
    void aValueThatAllRowsHaveIsKeptOnce() throws Exception {
        List<Everything> rows = List.of(Samples.full(1), Samples.full(2), Samples.full(3));
        Set<String> same = Set.of("flag", "point", "texts", "heavy");
        PackedRows<Everything> packed = files.pack(Set.of(), same);

        assertThat(files.read(files.write(packed, places(packed, rows), Map.of(), Samples.ID)))
                .isEqualTo(rows);
    }

    @Test
    void columnsOfThePartitionAreNotInTheFile() throws Exception {
        Map<String, @Nullable String> partition = Map.of("text", "Barn owl");
        PackedRows<Everything> packed = files.pack(partition.keySet(), Set.of());

        DataFile file =
                files.write(packed, places(packed, List.of(Samples.full(1), Samples.empty(2))), partition, Samples.ID);

        assertThat(file.path()).startsWith("text=Barn%2520owl/part-");
        assertThat(files.read(file)).extracting(Everything::text).containsOnly("Barn owl");
        assertThat(files.read(file)).extracting(Everything::id).containsExactly(1L, 2L);
    }

    @Test
    void rowsLargerThanAPageHaveOneOfTheirOwn() throws Exception {
        List<Everything> rows =
                List.of(Samples.full(1), text(2, "x".repeat(300_000)), Samples.full(3), text(4, "é🦉".repeat(200_000)));
        PackedRows<Everything> packed = files.pack(Set.of(), Set.of());

        assertThat(files.read(files.write(packed, places(packed, rows), Map.of(), Samples.ID)))
                .isEqualTo(rows);
        assertThat(packed.bytes()).isBetween(1_500_000L, 3_000_000L);
    }

    private static Everything text(long id, String text) {
        return Samples.TYPE.restore(with(id, text));
    }

    private static Values with(long id, String text) {
        Values values = Samples.TYPE.values(Samples.full(id));
        Samples.TYPE.set(values, Samples.TEXT, text);
        return values;
    }

    private static long[] places(PackedRows<Everything> packed, List<Everything> rows) {
        return rows.stream().mapToLong(packed::add).toArray();
    }

    private static long[] reversed(long[] places) {
        long[] reversed = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            reversed[i] = places[places.length - 1 - i];
        }
        return reversed;
    }
}
