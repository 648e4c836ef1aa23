package dev.owlet.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.store.CountingStore;
import dev.owlet.runtime.store.Counts;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import dev.owlet.runtime.table.Places.Visit;
import dev.owlet.runtime.table.Places.VisitTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table whose one file has too many rows to be held in memory. */
class LargeFileTest {
    private static final int ROWS = 51_000;

    @TempDir
    Path folder;

    private CountingStore store;
    private PlaceTable places;
    private VisitTable visits;

    @BeforeEach
    void fill() {
        store = new CountingStore(ObjectStore.open(folder.toString()));
        open();
        List<Place> rows = new ArrayList<>(
                IntStream.range(0, ROWS).mapToObj(LargeFileTest::place).toList());
        Collections.shuffle(rows, new Random(3));
        places.append(rows, "ann");
        open();
    }

    private void open() {
        Tables tables = new Tables(store);
        places = tables.add(new PlaceTable());
        visits = tables.add(new VisitTable());
    }

    private static Place place(int i) {
        return new Place(code(i), "Name " + i, i % 100 == 1 ? code(i - 1) : null);
    }

    private static String code(int i) {
        return "P" + Integer.toHexString(i * 7919);
    }

    @Test
    void rowsAreFoundOneByOneAndManyAtOnce() {
        for (int i = 0; i < 20; i++) { // an index is made on the way
            assertThat(places.find(List.of(code(2500 * i))).orElseThrow().row()).isEqualTo(place(2500 * i));
            assertThat(places.find(List.of("Q" + i))).isEmpty();
        }
    }

    @Test
    void aLookUpForWhatIsNotThereReadsOnePageAtMost() {
        places.find(List.of("P7x8"));
        Counts before = store.counts();

        assertThat(places.find(List.of("P7x7"))).isEmpty();

        assertThat(store.counts().minus(before).read()).isLessThan(100_000);
    }

    @Test
    void rowsAreScannedWithoutHoldingThem() {
        assertThat(places.view().count()).isEqualTo(ROWS);
        Filter<Place> filter = PlaceTable.WITHIN.eq(code(100));
        try (Stream<Stored<Place>> rows = places.scan(filter)) {
            assertThat(rows.map(Stored::row)).containsExactly(place(101));
        }
        try (Stream<Stored<Place>> rows = places.scan(Filter.all())) {
            Iterator<Stored<Place>> iterator = rows.iterator();
            assertThat(iterator.next().version()).isEqualTo(1);
        }
    }

    @Test
    void keysAndUniqueSetsHoldAgainstIt() {
        WriteResult<Place> result = places.append(
                List.of(place(7), new Place("new", "Name 7", null), new Place("new2", "New", null)), "bob");

        assertThat(result.outcomes().get(0)).isInstanceOf(Outcome.Rejected.class);
        assertThat(result.outcomes().get(1)).isInstanceOf(Outcome.Rejected.class);
        assertThat(result.outcomes().get(2)).isInstanceOf(Outcome.Created.class);
        assertThat(places.view().count()).isEqualTo(ROWS + 1);
    }

    @Test
    void manyRowsAreChangedAtOnce() {
        List<Place> changed = IntStream.range(0, 3000)
                .mapToObj(i -> new Place(code(17 * i), "Changed " + i, null))
                .toList();

        WriteResult<Place> result = places.upsert(changed, "bob");

        assertThat(result.outcomes()).allMatch(Outcome.Updated.class::isInstance);
        assertThat(places.view().count()).isEqualTo(ROWS);
        assertThat(places.find(List.of(code(34))).orElseThrow().version()).isEqualTo(2);
        assertThat(places.find(List.of(code(41))).orElseThrow().row()).isEqualTo(place(41));
    }

    @Test
    void whatIsReferredToStays() {
        visits.append(List.of(new Visit(2024, 1, code(50_555), List.of(code(4), code(5)))), "ann");

        assertThat(places.write(
                                List.of(delete(code(100)), delete(code(4)), delete(code(50_555)), delete(code(6))),
                                by())
                        .outcomes())
                .satisfiesExactly(
                        within -> assertThat(within).isInstanceOf(Outcome.Rejected.class),
                        listed -> assertThat(listed).isInstanceOf(Outcome.Rejected.class),
                        visited -> assertThat(visited).isInstanceOf(Outcome.Rejected.class),
                        free -> assertThat(free).isInstanceOf(Outcome.Deleted.class));
    }

    private static Change<Place> delete(String code) {
        return new Change.Delete<>(List.of(code), java.util.Optional.empty());
    }

    private static WriteOptions by() {
        return WriteOptions.by("bob", "DELETE");
    }
}
