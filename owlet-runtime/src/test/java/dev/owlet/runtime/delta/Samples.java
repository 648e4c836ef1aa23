package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.FileRef;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with a value of every type, for tests of what is stored. */
final class Samples {
    private Samples() {}

    enum Colour {
        RED,
        GREEN
    }

    record Point(BigDecimal lat, @Nullable BigDecimal lon) {
        static final Column<Point, BigDecimal> LAT = Column.required("lat", ValueType.decimal(9, 6), Point::lat);
        static final Column<Point, BigDecimal> LON = Column.optional("lon", ValueType.decimal(9, 6), Point::lon);
        static final RowType<Point> TYPE = new RowType<>(
                "Point",
                List.of(LAT, LON),
                values -> {},
                (values, violations) -> {},
                values -> new Point(values.require(LAT), values.get(LON)));
    }

    record Everything(
            Long id,
            @Nullable Boolean flag,
            @Nullable Integer count,
            @Nullable Double weight,
            @Nullable BigDecimal small,
            @Nullable BigDecimal large,
            @Nullable BigDecimal huge,
            @Nullable String text,
            @Nullable UUID uuid,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable Instant instant,
            @Nullable JsonNode json,
            @Nullable Colour colour,
            @Nullable Point point,
            @Nullable FileRef file,
            @Nullable List<String> texts,
            @Nullable List<Point> points,
            @Nullable List<List<Integer>> numbers) {
        /** Computed: stored, but never read back. */
        @Nullable
        Boolean heavy() {
            return weight == null ? null : weight > 1;
        }
    }

    static final Column<Everything, Long> ID = Column.required("id", ValueType.longInteger(), Everything::id);
    static final Column<Everything, Boolean> FLAG = Column.optional("flag", ValueType.bool(), Everything::flag);
    static final Column<Everything, Integer> COUNT = Column.optional("count", ValueType.integer(), Everything::count);
    static final Column<Everything, Double> WEIGHT =
            Column.optional("weight", ValueType.doubleFloat(), Everything::weight);
    static final Column<Everything, BigDecimal> SMALL =
            Column.optional("small", ValueType.decimal(6, 2), Everything::small);
    static final Column<Everything, BigDecimal> LARGE =
            Column.optional("large", ValueType.decimal(18, 4), Everything::large);
    static final Column<Everything, BigDecimal> HUGE =
            Column.optional("huge", ValueType.decimal(38, 10), Everything::huge);
    static final Column<Everything, String> TEXT = Column.optional("text", ValueType.text(), Everything::text);
    static final Column<Everything, UUID> ID2 = Column.optional("uuid", ValueType.uuid(), Everything::uuid);
    static final Column<Everything, LocalDate> DAY = Column.optional("day", ValueType.date(), Everything::day);
    static final Column<Everything, LocalTime> TIME = Column.optional("time", ValueType.time(), Everything::time);
    static final Column<Everything, Instant> INSTANT =
            Column.optional("instant", ValueType.timestamp(), Everything::instant);
    static final Column<Everything, JsonNode> JSON = Column.optional("json", ValueType.json(), Everything::json);
    static final Column<Everything, Colour> COLOUR = Column.optional(
            "colour", ValueType.enumeration(List.of(Colour.values()), Enum::name, Enum::name), Everything::colour);
    static final Column<Everything, Point> POINT =
            Column.optional("point", ValueType.struct(Point.TYPE), Everything::point);
    static final Column<Everything, FileRef> FILE = Column.optional("file", ValueType.file(), Everything::file);
    static final Column<Everything, List<String>> TEXTS =
            Column.optional("texts", ValueType.listOf(ValueType.text()), Everything::texts);
    static final Column<Everything, List<Point>> POINTS =
            Column.optional("points", ValueType.listOf(ValueType.struct(Point.TYPE)), Everything::points);
    static final Column<Everything, List<List<Integer>>> NUMBERS =
            Column.optional("numbers", ValueType.listOf(ValueType.listOf(ValueType.integer())), Everything::numbers);
    static final Column<Everything, Boolean> HEAVY = Column.computed("heavy", ValueType.bool(), Everything::heavy);

    static final RowType<Everything> TYPE = new RowType<>(
            "Everything",
            List.of(
                    ID, FLAG, COUNT, WEIGHT, SMALL, LARGE, HUGE, TEXT, ID2, DAY, TIME, INSTANT, JSON, COLOUR, POINT,
                    FILE, TEXTS, POINTS, NUMBERS, HEAVY),
            values -> {},
            (values, violations) -> {},
            Samples::make);

    private static Everything make(Values values) {
        return new Everything(
                values.require(ID),
                values.get(FLAG),
                values.get(COUNT),
                values.get(WEIGHT),
                values.get(SMALL),
                values.get(LARGE),
                values.get(HUGE),
                values.get(TEXT),
                values.get(ID2),
                values.get(DAY),
                values.get(TIME),
                values.get(INSTANT),
                values.get(JSON),
                values.get(COLOUR),
                values.get(POINT),
                values.get(FILE),
                values.get(TEXTS),
                values.get(POINTS),
                values.get(NUMBERS));
    }

    static Everything empty(long id) {
        return new Everything(
                id, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    static Everything full(long id) {
        Point point = new Point(new BigDecimal("-52.370216"), null);
        return new Everything(
                id,
                true,
                Integer.MIN_VALUE,
                1.5,
                new BigDecimal("-1234.50"),
                new BigDecimal("99999999999999.9999"),
                new BigDecimal("-1234567890123456789012345678.0123456789"),
                "Barn owl 🦉",
                UUID.fromString("ffffffff-0000-7000-8000-000000000001"),
                LocalDate.of(1899, 12, 31),
                LocalTime.of(23, 59, 59, 999_999_000),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                JsonNodeFactory.instance.objectNode().put("a", 1),
                Colour.GREEN,
                point,
                new FileRef("inbox/x", "x.csv", 12L, null),
                List.of("a", "", "a"),
                List.of(point, new Point(new BigDecimal("1.000000"), new BigDecimal("2.000000"))),
                List.of(List.of(1, 2), List.of(), List.of(3)));
    }
}
