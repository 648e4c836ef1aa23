package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two small concepts for tests: places, which may lie in one another, and visits to them. */
final class Places {
    private Places() {}

    record Place(
            String code, @Nullable String name, @Nullable String within) {
        static Place of(String code) {
            return new Place(code, null, null);
        }
    }

    static final class PlaceTable extends Table<Place> {
        static final Column<Place, String> CODE = Column.required("code", ValueType.text(), Place::code);
        static final Column<Place, String> NAME = Column.optional("name", ValueType.text(), Place::name);
        static final Column<Place, String> WITHIN = Column.optional("within", ValueType.text(), Place::within);
        static final RowType<Place> TYPE = new RowType<>(
                "Place",
                List.of(CODE, NAME, WITHIN),
                values -> {},
                (values, violations) -> {},
                values -> new Place(values.require(CODE), values.get(NAME), values.get(WITHIN)));

        PlaceTable() {
            super(TableSpec.of(TYPE, "place", "places")
                    .key(CODE)
                    .unique(NAME)
                    .reference(WITHIN, "Place")
                    .build());
        }
    }

    record Visit(int year, int number, String place, List<String> seen) {
        Visit {
            seen = Values.copy(seen);
        }
    }

    static final class VisitTable extends Table<Visit> {
        static final Column<Visit, Integer> YEAR = Column.required("year", ValueType.integer(), Visit::year);
        static final Column<Visit, Integer> NUMBER = Column.required("number", ValueType.integer(), Visit::number);
        static final Column<Visit, String> PLACE = Column.required("place", ValueType.text(), Visit::place);
        static final Column<Visit, List<String>> SEEN =
                Column.required("seen", ValueType.listOf(ValueType.text()), Visit::seen);
        static final RowType<Visit> TYPE = new RowType<>(
                "Visit",
                List.of(YEAR, NUMBER, PLACE, SEEN),
                values -> {},
                (values, violations) -> {},
                values -> new Visit(
                        values.require(YEAR), values.require(NUMBER), values.require(PLACE), values.require(SEEN)));

        VisitTable() {
            super(TableSpec.of(TYPE, "field/visit", "field/visits")
                    .key(YEAR, NUMBER)
                    .reference(PLACE, "Place")
                    .reference(SEEN, "Place")
                    .build());
        }
    }
}
