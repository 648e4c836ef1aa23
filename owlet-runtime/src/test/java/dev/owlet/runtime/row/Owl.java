package dev.owlet.runtime.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A record with a column of every type, written by hand as the generator writes them; for tests. */
public record Owl(
        UUID id,
        @Nullable Boolean tame,
        int age,
        @Nullable Long heartbeats,
        @Nullable Double wingspan,
        @Nullable BigDecimal weight,
        String name,
        @Nullable String note,
        @Nullable LocalDate hatched,
        @Nullable LocalTime wakes,
        @Nullable Instant seen_at,
        Kind kind,
        List<String> rings,
        @Nullable Position position,
        @Nullable Extra extra,
        @Nullable JsonNode raw) {
    /** Kinds; Namibia's code stands for all codes that look like something else. */
    public enum Kind {
        BARN("Barn owl"),
        TAWNY("Tawny owl"),
        NA("Namib owl");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        static ValueType<Kind> type() {
            return ValueType.enumeration(List.of(values()), Kind::name, k -> k.label);
        }
    }

    /** A shape whose columns are required. */
    public record Position(
            BigDecimal lat, BigDecimal lon, @Nullable String where) {
        static final Column<Position, BigDecimal> LAT = Column.required("lat", ValueType.decimal(9, 6), Position::lat);
        static final Column<Position, BigDecimal> LON = Column.required("lon", ValueType.decimal(9, 6), Position::lon);
        static final Column<Position, String> WHERE = Column.optional("where", ValueType.text(), Position::where);
        static final RowType<Position> TYPE = new RowType<>(
                "Position",
                List.of(LAT, LON, WHERE),
                values -> {},
                (values, violations) -> {
                    violations.required("/lat", values.get(LAT));
                    violations.required("/lon", values.get(LON));
                    violations.min("/lat", values.get(LAT), new BigDecimal("-90"));
                    violations.max("/lat", values.get(LAT), new BigDecimal("90"));
                    violations.rule("not_null_island", Expressions.ne(values.get(LAT), values.get(LON)), "lat != lon");
                    violations.rule("east", Expressions.gt(values.get(LON), 0), "lon > 0");
                },
                values -> new Position(values.require(LAT), values.require(LON), values.get(WHERE)));
    }

    /** A shape that may be there without any value. */
    public record Extra(@Nullable String a, @Nullable Integer b) {
        static final Column<Extra, String> A = Column.optional("a", ValueType.text(), Extra::a);
        static final Column<Extra, Integer> B = Column.optional("b", ValueType.integer(), Extra::b);
        static final RowType<Extra> TYPE = new RowType<>(
                "Extra",
                List.of(A, B),
                values -> {},
                (values, violations) -> {},
                values -> new Extra(values.get(A), values.get(B)));
    }

    private static final Pattern RING = Pattern.compile("[A-Z]{2}\\d+");

    public static final Column<Owl, UUID> ID = Column.required("id", ValueType.uuid(), Owl::id);
    public static final Column<Owl, Boolean> TAME = Column.optional("tame", ValueType.bool(), Owl::tame);
    public static final Column<Owl, Integer> AGE = Column.required("age", ValueType.integer(), Owl::age);
    public static final Column<Owl, Long> HEARTBEATS =
            Column.optional("heartbeats", ValueType.longInteger(), Owl::heartbeats);
    public static final Column<Owl, Double> WINGSPAN =
            Column.optional("wingspan", ValueType.doubleFloat(), Owl::wingspan);
    public static final Column<Owl, BigDecimal> WEIGHT =
            Column.optional("weight", ValueType.decimal(6, 2), Owl::weight);
    public static final Column<Owl, String> NAME = Column.required("name", ValueType.text(), Owl::name);
    public static final Column<Owl, String> NOTE =
            Column.<Owl, String>optional("note", ValueType.text(), Owl::note).was("remark");
    public static final Column<Owl, LocalDate> HATCHED = Column.optional("hatched", ValueType.date(), Owl::hatched);
    public static final Column<Owl, LocalTime> WAKES = Column.optional("wakes", ValueType.time(), Owl::wakes);
    public static final Column<Owl, Instant> SEEN_AT = Column.optional("seen_at", ValueType.timestamp(), Owl::seen_at);
    public static final Column<Owl, Kind> KIND = Column.required("kind", Kind.type(), Owl::kind);
    public static final Column<Owl, List<String>> RINGS =
            Column.required("rings", ValueType.listOf(ValueType.text()), Owl::rings);
    public static final Column<Owl, Position> POSITION =
            Column.optional("position", ValueType.struct(Position.TYPE), Owl::position);
    public static final Column<Owl, Extra> EXTRA = Column.optional("extra", ValueType.struct(Extra.TYPE), Owl::extra);
    public static final Column<Owl, JsonNode> RAW = Column.optional("raw", ValueType.json(), Owl::raw);
    public static final Column<Owl, Boolean> HEAVY = Column.computed("heavy", ValueType.bool(), Owl::heavy);

    public static final RowType<Owl> TYPE = new RowType<>(
            "Owl",
            List.of(
                    ID,
                    TAME,
                    AGE,
                    HEARTBEATS,
                    WINGSPAN,
                    WEIGHT,
                    NAME,
                    NOTE,
                    HATCHED,
                    WAKES,
                    SEEN_AT,
                    KIND,
                    RINGS,
                    POSITION,
                    EXTRA,
                    RAW,
                    HEAVY),
            values -> {
                values.fill(ID, Uuid7::next);
                values.fill(RINGS, List::of);
            },
            Owl::check,
            values -> new Owl(
                    values.require(ID),
                    values.get(TAME),
                    values.require(AGE),
                    values.get(HEARTBEATS),
                    values.get(WINGSPAN),
                    values.get(WEIGHT),
                    values.require(NAME),
                    values.get(NOTE),
                    values.get(HATCHED),
                    values.get(WAKES),
                    values.get(SEEN_AT),
                    values.require(KIND),
                    values.require(RINGS),
                    values.get(POSITION),
                    values.get(EXTRA),
                    values.get(RAW)));

    private static void check(Values values, Violations violations) {
        violations.required("/id", values.get(ID));
        violations.required("/age", values.get(AGE));
        violations.min("/age", values.get(AGE), 0);
        violations.decimal("/weight", values.get(WEIGHT), 6, 2);
        violations.required("/name", values.get(NAME));
        violations.minLength("/name", values.get(NAME), 1);
        violations.required("/kind", values.get(KIND));
        violations.required("/rings", values.get(RINGS));
        violations.maxItems("/rings", values.get(RINGS), 3);
        List<String> rings = values.get(RINGS);
        for (int i = 0; rings != null && i < rings.size(); i++) {
            violations.pattern("/rings/" + i, rings.get(i), RING, "[A-Z]{2}\\d+");
        }
        violations.rule(
                "young_owls_have_no_weight",
                Expressions.or(Expressions.gt(values.get(AGE), 0), values.get(WEIGHT) == null),
                "age > 0 or weight is null",
                "/age",
                "/weight");
    }

    public Owl {
        rings = List.copyOf(rings);
    }

    public boolean heavy() {
        return Expressions.isTrue(Expressions.gt(weight, 600));
    }
}
