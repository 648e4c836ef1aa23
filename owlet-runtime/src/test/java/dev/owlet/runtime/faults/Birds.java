package dev.owlet.runtime.faults;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Partition;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import dev.owlet.runtime.table.Tables;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables under test: nests, and rings that refer to them, divided by month and with a unique set. */
final class Birds {
    /** Where the tables lie, by name. */
    static final Map<String, String> FOLDERS = Map.of("Nest", "delta/nest", "Ring", "delta/field/ring");

    private final Tables tables;

    Birds(ObjectStore store) {
        this(store, Clock.systemUTC());
    }

    Birds(ObjectStore store, Clock clock) {
        tables = new Tables(store, clock);
        tables.add(new NestTable());
        tables.add(new RingTable());
    }

    Tables tables() {
        return tables;
    }

    Table<?> table(String name) {
        return tables.table(name).orElseThrow(() -> new IllegalArgumentException("no table of " + name));
    }

    record Nest(String code, long number, @Nullable String note) {}

    static final class NestTable extends Table<Nest> {
        static final Column<Nest, String> CODE = Column.required("code", ValueType.text(), Nest::code);
        static final Column<Nest, Long> NUMBER = Column.required("number", ValueType.longInteger(), Nest::number);
        static final Column<Nest, String> NOTE = Column.optional("note", ValueType.text(), Nest::note);
        static final RowType<Nest> TYPE = new RowType<>(
                "Nest",
                List.of(CODE, NUMBER, NOTE),
                values -> {},
                (values, violations) -> {},
                values -> new Nest(values.require(CODE), values.require(NUMBER), values.get(NOTE)));

        NestTable() {
            super(TableSpec.of(TYPE, "nest", "nests").key(CODE).build());
        }
    }

    record Ring(String id, String nest, int place, Instant seen_at, BigDecimal weight) {}

    static final class RingTable extends Table<Ring> {
        static final Column<Ring, String> ID = Column.required("id", ValueType.text(), Ring::id);
        static final Column<Ring, String> NEST = Column.required("nest", ValueType.text(), Ring::nest);
        static final Column<Ring, Integer> PLACE = Column.required("place", ValueType.integer(), Ring::place);
        static final Column<Ring, Instant> SEEN_AT = Column.required("seen_at", ValueType.timestamp(), Ring::seen_at);
        static final Column<Ring, BigDecimal> WEIGHT = Column.required("weight", ValueType.decimal(9, 1), Ring::weight);
        static final RowType<Ring> TYPE = new RowType<>(
                "Ring",
                List.of(ID, NEST, PLACE, SEEN_AT, WEIGHT),
                values -> {},
                (values, violations) -> {},
                values -> new Ring(
                        values.require(ID),
                        values.require(NEST),
                        values.require(PLACE),
                        values.require(SEEN_AT),
                        values.require(WEIGHT)));

        RingTable() {
            super(TableSpec.of(TYPE, "field/ring", "field/rings")
                    .key(ID)
                    .unique(NEST, PLACE)
                    .reference(NEST, "Nest")
                    .partition(SEEN_AT, Partition.Unit.MONTH)
                    .build());
        }
    }
}
