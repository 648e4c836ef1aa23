package dev.owlet.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.store.Fault;
import dev.owlet.runtime.store.S3StandIn;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many small files in a bucket. */
class ReadAheadTest {
    private static final int FILES = 40;

    private S3StandIn s3;

    @BeforeEach
    void fill() throws Exception {
        s3 = S3StandIn.start();
        PlaceTable places = open();
        for (int i = 0; i < FILES; i++) {
            Place named = new Place("p%02d".formatted(i), i % 2 == 0 ? "a" + i : "name " + i, null);
            Place other = new Place("q%02d".formatted(i), "z" + i, null);
            places.append(List.of(named, other), "ann");
        }
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    private PlaceTable open() {
        return new Tables(s3.store("s3://" + S3StandIn.BUCKET)).add(new PlaceTable());
    }

    private static List<String> codes(Stream<Stored<Place>> rows) {
        try (rows) {
            return rows.map(stored -> stored.row().code()).toList();
        }
    }

    @Test
    void rowsComeInTheOrderOfTheFiles() throws Exception {
        TableStore<Place> store = open().store();
        List<String> expected = new ArrayList<>();
        for (DataFile file : store.log().latest().files()) {
            store.files().read(file).forEach(stored -> expected.add(stored.row().code()));
        }

        assertThat(expected).hasSize(2 * FILES);
        assertThat(codes(open().scan(Filter.all()))).isEqualTo(expected);
    }

    @Test
    void eachFileIsFetchedOnce() throws Exception {
        PlaceTable places = open();
        places.view().version();
        long before = s3.counts().get();
        codes(places.scan(Filter.all()));
        codes(places.scan(Filter.all()));

        assertThat(s3.counts().get() - before).isEqualTo(FILES + 2); // and a look for the next commit each time
    }

    /** Memory holds all keys, and the rows of fewer files than there are. */
    @Test
    void aFileWhoseKeysAreKnownIsFetchedOnlyForARowInIt() throws Exception {
        TableStore<Place> store = open().store();
        FileCache<Place> cache = new FileCache<>(store.files(), 9, true, 32 * 2 * (64 + 9 * 32));
        SnapshotView<Place> view = new SnapshotView<>(store.spec(), store.log().latest(), cache, false);
        Key absent = Key.of(List.of("q00")); // as a name: no file's bounds tell that it is not there
        List<Column<Place, ?>> columns = List.of(PlaceTable.NAME);
        assertThat(view.locate(columns, absent)).isNull();
        long before = s3.counts().get();

        assertThat(view.locate(columns, absent)).isNull();

        assertThat(s3.counts().get() - before).isZero();
        assertThat(view.locate(columns, Key.of(List.of("name 7")))).isNotNull();
        assertThat(s3.counts().get() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void whoStopsEarlyHasNotFetchedAll() throws Exception {
        PlaceTable places = open();
        places.view().version();
        long before = s3.counts().get();
        try (Stream<Stored<Place>> rows = places.scan(Filter.all())) {
            assertThat(rows.findFirst()).isPresent();
        }

        assertThat(s3.counts().get() - before).isLessThan(FILES);
    }

    @Test
    void aFileThatCannotBeFetchedIsNamed() {
        TableView<Place> view = open().view();
        s3.rate(Fault.DENY, "GET", 1, 1);

        assertThatThrownBy(() -> codes(view.rows(Filter.all())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("access denied to s3://tables/delta/place/part-");
        s3.clear();

        assertThat(codes(view.rows(Filter.all()))).hasSize(2 * FILES);
    }
}
