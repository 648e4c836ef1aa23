package dev.owlet.runtime.api;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.Uuid7;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.table.Operation;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Concepts for tests, as generated code would have them: sites, and sightings at them; rates with a composite key. */
final class Owls {
    private Owls() {}

    enum Species {
        TYTO_ALBA,
        STRIX_ALUCO;

        static final ValueType<Species> TYPE = ValueType.enumeration(
                List.of(values()), Species::name, species -> species == TYTO_ALBA ? "Barn owl" : "Tawny owl");
    }

    record Position(BigDecimal lat, BigDecimal lon) {
        static final Column<Position, BigDecimal> LAT = Column.required("lat", ValueType.decimal(9, 6), Position::lat);
        static final Column<Position, BigDecimal> LON = Column.required("lon", ValueType.decimal(9, 6), Position::lon);
        static final RowType<Position> ROW = new RowType<>(
                "Position",
                List.of(LAT, LON),
                values -> {},
                (values, violations) -> {
                    violations.required("/lat", values.get(LAT));
                    violations.required("/lon", values.get(LON));
                    violations.max("/lat", values.get(LAT), new BigDecimal("90"));
                },
                values -> new Position(values.require(LAT), values.require(LON)));
    }

    record Site(String code, String name, @Nullable Position position) {}

    static final class SiteTable extends Table<Site> {
        static final Column<Site, String> CODE = Column.required("code", ValueType.text(), Site::code);
        static final Column<Site, String> NAME = Column.required("name", ValueType.text(), Site::name);
        static final Column<Site, Position> POSITION =
                Column.optional("position", ValueType.struct(Position.ROW), Site::position);
        static final RowType<Site> ROW = new RowType<>(
                "Site",
                List.of(CODE, NAME, POSITION),
                values -> {},
                (values, violations) -> {
                    violations.required("/code", values.get(CODE));
                    violations.required("/name", values.get(NAME));
                    violations.maxLength("/name", values.get(NAME), 120);
                },
                values -> new Site(values.require(CODE), values.require(NAME), values.get(POSITION)));

        SiteTable() {
            super(access(TableSpec.of(ROW, "site", "sites")
                            .key(CODE)
                            .label(NAME)
                            .search(NAME))
                    .build());
        }
    }

    record Sighting(
            UUID id,
            String site,
            Species species,
            Instant seen_at,
            @Nullable BigDecimal weight,
            @Nullable Integer chicks,
            List<String> rings) {
        Sighting {
            rings = Values.copy(rings);
        }
    }

    static final class SightingTable extends Table<Sighting> {
        static final Column<Sighting, UUID> ID = Column.required("id", ValueType.uuid(), Sighting::id);
        static final Column<Sighting, String> SITE = Column.required("site", ValueType.text(), Sighting::site);
        static final Column<Sighting, Species> SPECIES = Column.required("species", Species.TYPE, Sighting::species);
        static final Column<Sighting, Instant> SEEN_AT =
                Column.required("seen_at", ValueType.timestamp(), Sighting::seen_at);
        static final Column<Sighting, BigDecimal> WEIGHT =
                Column.optional("weight", ValueType.decimal(6, 1), Sighting::weight);
        static final Column<Sighting, Integer> CHICKS =
                Column.optional("chicks", ValueType.integer(), Sighting::chicks);
        static final Column<Sighting, List<String>> RINGS =
                Column.required("rings", ValueType.listOf(ValueType.text()), Sighting::rings);
        static final Column<Sighting, Boolean> HEAVY = Column.computed(
                "heavy",
                ValueType.bool(),
                row -> row.weight() == null ? null : row.weight().compareTo(new BigDecimal(600)) > 0);
        static final RowType<Sighting> ROW = new RowType<>(
                "Sighting",
                List.of(ID, SITE, SPECIES, SEEN_AT, WEIGHT, CHICKS, RINGS, HEAVY),
                Owls::defaults,
                (values, violations) -> {
                    violations.required("/site", values.get(SITE));
                    violations.required("/species", values.get(SPECIES));
                    violations.required("/seen_at", values.get(SEEN_AT));
                    violations.min("/weight", values.get(WEIGHT), new BigDecimal("20"));
                    violations.max("/weight", values.get(WEIGHT), new BigDecimal("4000"));
                },
                values -> new Sighting(
                        values.require(ID),
                        values.require(SITE),
                        values.require(SPECIES),
                        values.require(SEEN_AT),
                        values.get(WEIGHT),
                        values.get(CHICKS),
                        values.require(RINGS)));

        SightingTable() {
            super(access(TableSpec.of(ROW, "field/sighting", "field/sightings")
                            .key(ID)
                            .generated(ID)
                            .unique(SITE, SPECIES, SEEN_AT)
                            .reference(SITE, "Site"))
                    .build());
        }
    }

    private static void defaults(Values values) {
        if (values.get(SightingTable.ID) == null) {
            SightingTable.ROW.set(values, SightingTable.ID, Uuid7.next());
        }
        if (values.get(SightingTable.RINGS) == null) {
            SightingTable.ROW.set(values, SightingTable.RINGS, List.of());
        }
    }

    record Rate(String area, String kind, long cents) {}

    static final class RateTable extends Table<Rate> {
        static final Column<Rate, String> AREA = Column.required("area", ValueType.text(), Rate::area);
        static final Column<Rate, String> KIND = Column.required("kind", ValueType.text(), Rate::kind);
        static final Column<Rate, Long> CENTS = Column.required("cents", ValueType.longInteger(), Rate::cents);
        static final RowType<Rate> ROW = new RowType<>(
                "Rate",
                List.of(AREA, KIND, CENTS),
                values -> {},
                (values, violations) -> {
                    violations.required("/area", values.get(AREA));
                    violations.required("/kind", values.get(KIND));
                    violations.required("/cents", values.get(CENTS));
                },
                values -> new Rate(values.require(AREA), values.require(KIND), values.require(CENTS)));

        RateTable() {
            super(access(TableSpec.of(ROW, "rate", "rates").key(AREA, KIND)).build());
        }
    }

    private static <T> TableSpec.Builder<T> access(TableSpec.Builder<T> spec) {
        return spec.access("reader", Operation.READ)
                .access("editor", Operation.CREATE, Operation.READ, Operation.UPDATE)
                .access("admin", Operation.values());
    }
}
