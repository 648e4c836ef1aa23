package dev.owlet.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that changed while its table stayed. */
class EvolutionTest {
    /** Place as of a later model: {@code name} is {@code title} now, {@code within} is gone, {@code rank} is new. */
    record LaterPlace(String code, @Nullable String title, int rank) {}

    static final class LaterPlaceTable extends Table<LaterPlace> {
        static final Column<LaterPlace, String> CODE = Column.required("code", ValueType.text(), LaterPlace::code);
        static final Column<LaterPlace, String> TITLE =
                Column.optional("title", ValueType.text(), LaterPlace::title).was("name");
        static final Column<LaterPlace, Integer> RANK = Column.required("rank", ValueType.integer(), LaterPlace::rank);
        static final RowType<LaterPlace> TYPE = new RowType<>(
                "Place",
                List.of(CODE, TITLE, RANK),
                values -> values.fill(RANK, () -> 7),
                (values, violations) -> {},
                values -> new LaterPlace(values.require(CODE), values.get(TITLE), values.require(RANK)));

        LaterPlaceTable() {
            super(TableSpec.of(TYPE, "place", "places").key(CODE).build());
        }
    }

    /** Place with another type under the same name. */
    record OtherPlace(int code) {}

    static final class OtherPlaceTable extends Table<OtherPlace> {
        static final Column<OtherPlace, Integer> CODE = Column.required("code", ValueType.integer(), OtherPlace::code);

        OtherPlaceTable() {
            super(TableSpec.of(
                            new RowType<>(
                                    "Place",
                                    List.of(CODE),
                                    values -> {},
                                    (values, violations) -> {},
                                    values -> new OtherPlace(values.require(CODE))),
                            "place",
                            "places")
                    .key(CODE)
                    .build());
        }
    }

    @TempDir
    Path folder;

    private <X extends Table<?>> X open(X table) {
        return new Tables(ObjectStore.open(folder.toString())).add(table);
    }

    private static <T> List<T> all(Table<T> table) {
        try (var rows = table.scan(Filter.all())) {
            return rows.map(Stored::row).toList();
        }
    }

    @Test
    void aLaterModelReadsAndWidensTheTable() {
        PlaceTable earlier = open(new PlaceTable());
        earlier.append(List.of(new Place("A", "Marsh", null), new Place("B", null, "A")), "ann");

        LaterPlaceTable later = open(new LaterPlaceTable());
        assertThat(all(later)).containsExactly(new LaterPlace("A", "Marsh", 7), new LaterPlace("B", null, 7));
        later.append(List.of(new LaterPlace("C", "Wood", 1)), "bob");

        assertThat(all(open(new LaterPlaceTable())))
                .containsExactly(
                        new LaterPlace("A", "Marsh", 7), new LaterPlace("B", null, 7), new LaterPlace("C", "Wood", 1));
    }

    @Test
    void anEarlierModelStillRunningNeitherFailsNorDropsWhatItDoesNotKnow() {
        PlaceTable earlier = open(new PlaceTable());
        earlier.append(List.of(Place.of("A")), "ann");
        open(new LaterPlaceTable())
                .append(List.of(new LaterPlace("C", "Wood", 1), new LaterPlace("D", null, 2)), "bob");

        earlier.upsert(List.of(new Place("D", "Dune", null)), "ann");
        earlier.append(List.of(Place.of("E")), "ann");

        assertThat(all(open(new LaterPlaceTable())))
                .containsExactlyInAnyOrder(
                        new LaterPlace("A", null, 7),
                        new LaterPlace("C", "Wood", 1),
                        new LaterPlace("D", "Dune", 7),
                        new LaterPlace("E", null, 7));
    }

    @Test
    void aChangedTypeIsRefusedBeforeAnythingIsWritten() {
        open(new PlaceTable()).append(List.of(Place.of("A")), "ann");
        OtherPlaceTable other = open(new OtherPlaceTable());

        assertThatThrownBy(() -> other.append(List.of(new OtherPlace(1)), "bob"))
                .hasMessageContaining("code");
        assertThat(open(new PlaceTable()).history(9)).hasSize(1);
    }
}
