package dev.owlet.runtime.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.delta.Sightings.Sighting;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.store.CountingStore;
import dev.owlet.runtime.store.Counts;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading parts of one large file. */
class ScanTest {
    private static final int ROWS = 150_000;
    private static final int FEWER = 25_001;

    @TempDir
    static Path folder;

    private static final List<Sighting> ALL = Sightings.rows(ROWS);
    private static CountingStore store;
    private static DataFile file;

    private RowFiles<Sighting> files;
    private Counts before;

    @BeforeAll
    static void write() throws IOException {
        store = new CountingStore(ObjectStore.open(folder.toString()));
        file = new RowFiles<>(Sightings.TYPE, store, "t", Set.of(Sightings.ID, Sightings.RING)).write(ALL);
        assertThat(file.size()).isGreaterThan(3_000_000);
    }

    @BeforeEach
    void open() {
        files = new RowFiles<>(Sightings.TYPE, store, "t");
        before = store.counts();
    }

    private long gets() {
        return store.counts().minus(before).get();
    }

    private long bytes() {
        return store.counts().minus(before).read();
    }

    private List<Sighting> scan(Filter<Sighting> filter) throws IOException {
        try (Stream<Sighting> rows = files.scan(file, filter)) {
            return rows.toList();
        }
    }

    @Test
    void aScanWithoutConditionGivesAllRowsInOrder() throws Exception {
        assertThat(scan(Filter.all())).isEqualTo(ALL);
        assertThat(files.read(file)).isEqualTo(ALL);
    }

    @Test
    void aScanReadsPagesThatMayPassOnly() throws Exception {
        Sighting some = ALL.get(70_000);
        Filter<Sighting> filter = Sightings.SEEN_AT
                .gte(some.seenAt())
                .and(Sightings.SEEN_AT.lt(some.seenAt().plus(1, ChronoUnit.HOURS)));

        List<Sighting> found = scan(filter);

        assertThat(found).hasSizeLessThan(25_000);
        assertThat(found.stream().filter(filter::test)).isEqualTo(passing(filter));
        assertThat(bytes()).isLessThan(file.size() / 3);
    }

    @Test
    void aScanOfAStreamThatIsNotReadToItsEndReadsNoMore() throws Exception {
        try (Stream<Sighting> rows = files.scan(file, Filter.all())) {
            assertThat(rows.findFirst()).hasValue(ALL.get(0));
        }
        assertThat(bytes()).isLessThan(file.size());
    }

    /** Whatever is asked for, no row that passes is lost. */
    @Test
    void noRowIsLost() throws Exception {
        Random random = new Random(11);
        List<Sighting> fewer = ALL.subList(0, FEWER);
        DataFile small = files.write(fewer);
        for (int i = 0; i < 80; i++) {
            Filter<Sighting> filter = filter(random, 2);
            try (Stream<Sighting> rows = files.scan(small, filter)) {
                assertThat(rows.filter(filter::test))
                        .as("%s", filter)
                        .isEqualTo(fewer.stream().filter(filter::test).toList());
            }
        }
    }

    private static List<Sighting> passing(Filter<Sighting> filter) {
        return ALL.stream().filter(filter::test).toList();
    }

    private static Filter<Sighting> filter(Random random, int depth) {
        if (depth > 0 && random.nextBoolean()) {
            Filter<Sighting> a = filter(random, depth - 1);
            Filter<Sighting> b = filter(random, depth - 1);
            return random.nextBoolean() ? a.and(b) : a.or(b);
        }
        List<Column<Sighting, ?>> columns = Sightings.TYPE.columns();
        return condition(columns.get(random.nextInt(columns.size())), random);
    }

    private static <V> Filter<Sighting> condition(Column<Sighting, V> column, Random random) {
        V value = column.get(ALL.get(random.nextInt(FEWER)));
        if (value == null) {
            return random.nextBoolean() ? column.isNull() : column.isNotNull();
        }
        return switch (random.nextInt(7)) {
            case 0 -> column.lt(value);
            case 1 -> column.lte(value);
            case 2 -> column.gt(value);
            case 3 -> column.gte(value);
            case 4 -> column.ne(value);
            case 5 -> column.in(List.of(value));
            default -> column.eq(value);
        };
    }

    @Test
    void valuesOfAnotherScaleAreComparedBySize() throws Exception {
        Filter<Sighting> filter = Sightings.WEIGHT.eq(new BigDecimal("345.600"));
        assertThat(scan(filter).stream().filter(filter::test))
                .isEqualTo(passing(filter))
                .isNotEmpty();
        Filter<Sighting> between = Sightings.WEIGHT.gt(new BigDecimal("699.8999"));
        assertThat(scan(between).stream().filter(between::test)).isEqualTo(passing(between));
    }

    @Test
    void aRowIsFoundByASortedKeyWithAFewRequests() throws Exception {
        Sighting sought = ALL.get(140_001);

        assertThat(files.find(file, List.of(Sightings.ID), List.of(sought.id())))
                .containsExactly(new RowFiles.Found<>(140_001, sought));
        assertThat(gets()).isLessThan(10);
        assertThat(bytes()).isLessThan(file.size() / 4);
        before = store.counts();
        assertThat(files.find(file, List.of(Sightings.ID), List.of(ALL.get(5).id())))
                .hasSize(1);
        assertThat(gets()).as("with a known footer").isLessThan(8);
    }

    @Test
    void aRowIsFoundByAnUnsortedKey() throws Exception {
        Sighting sought = ALL.get(12_345);

        assertThat(files.find(file, List.of(Sightings.RING), List.of(sought.ring())))
                .containsExactly(new RowFiles.Found<>(12_345, sought));
        assertThat(files.find(file, List.of(Sightings.RING, Sightings.COUNT), List.of(sought.ring(), 0)))
                .isEmpty();
    }

    @Test
    void bloomFiltersTellWithoutPagesThatAKeyIsNotThere() throws Exception {
        scan(Sightings.RING.eq("warm"));
        before = store.counts();

        assertThat(files.find(file, List.of(Sightings.RING), List.of("R7777x7777")))
                .isEmpty();
        assertThat(gets()).as("one for each row group's filter").isLessThanOrEqualTo(2);
        assertThat(bytes()).isLessThan(300_000);
    }

    @Test
    void rowsAreReadAtTheirPositions() throws Exception {
        BitSet positions = new BitSet();
        for (int position : new int[] {0, 1, 9_999, 10_000, 131_071, 131_072, ROWS - 1}) {
            positions.set(position);
        }

        List<RowFiles.Found<Sighting>> found = files.read(file, positions);

        assertThat(found.stream().map(RowFiles.Found::position))
                .isEqualTo(positions.stream().boxed().toList());
        assertThat(found).allSatisfy(row -> assertThat(row.row()).isEqualTo(ALL.get(row.position())));
    }

    @Test
    void keysAreReadWithoutTheOtherColumns() throws Exception {
        List<List<@Nullable Object>> keys = new ArrayList<>();
        try (Stream<@Nullable Object[]> stream = files.keys(file, List.of(Sightings.COUNT, Sightings.SPECIES))) {
            stream.forEach(key -> keys.add(List.of(key)));
        }

        assertThat(keys).hasSize(ROWS);
        assertThat(keys.get(777))
                .containsExactly(ALL.get(777).count(), ALL.get(777).species());
        assertThat(bytes()).isLessThan(file.size() / 4);
    }

    @Test
    void aFileThatIsGoneOrCutIsSaidToBe() throws Exception {
        DataFile longer = new DataFile(file.path(), java.util.Map.of(), file.size() + 9, 1, file.statsJson());
        assertThatThrownBy(() -> files.count(longer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.path())
                .hasMessageContaining("ends before");
        DataFile shorter = new DataFile(file.path(), java.util.Map.of(), file.size() - 9, 1, file.statsJson());
        assertThatThrownBy(() -> files.scan(shorter, Filter.all()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.path());
    }

    @Test
    void copiesOfLargeFilesLeaveOutRows() throws Exception {
        BitSet gone = new BitSet();
        gone.set(10, ROWS - 100);

        DataFile copy = files.copyWithout(file, gone).orElseThrow();

        List<Sighting> kept = new ArrayList<>(ALL.subList(0, 10));
        kept.addAll(ALL.subList(ROWS - 100, ROWS));
        assertThat(files.read(copy)).isEqualTo(kept);
    }
}
