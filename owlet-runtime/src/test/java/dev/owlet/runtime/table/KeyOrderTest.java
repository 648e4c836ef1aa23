package dev.owlet.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.table.KeyOrder.Placed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows out of sight come in the same order as rows that are looked at. */
class KeyOrderTest {
    private static final int ROWS = 3000;
    private static final String[] PARTS = {"", "a", "b", "id-0000000", "\0", "é", "\uFFFD", "\uE000", "🦉", "\u4e2d"};

    static Stream<Arguments> keys() {
        return Stream.of(
                key("text", KeyOrderTest::text, text("a", 0)),
                key("numbers", KeyOrderTest::number, column("n", ValueType.longInteger(), 0)),
                key(
                        "integers",
                        random -> List.of(number(random).get(0).hashCode()),
                        column("i", ValueType.integer(), 0)),
                key("uuids", random -> List.of(uuid(random)), column("u", ValueType.uuid(), 0)),
                key("times", random -> List.of(instant(random)), column("t", ValueType.timestamp(), 0)),
                key(
                        "days",
                        random -> List.of(LocalDate.ofEpochDay(random.nextInt(4000) - 2000)),
                        column("d", ValueType.date(), 0)),
                key(
                        "times of day",
                        random -> List.of(LocalTime.ofSecondOfDay(random.nextInt(86_400))),
                        column("c", ValueType.time(), 0)),
                key(
                        "decimals",
                        random -> List.of(BigDecimal.valueOf(random.nextInt(), 2)),
                        column("m", ValueType.decimal(12, 2), 0)),
                key("one text", random -> List.of("the same"), text("a", 0)),
                key(
                        "text and number",
                        random -> List.of(PARTS[random.nextInt(PARTS.length)], random.nextLong()),
                        text("a", 0),
                        column("n", ValueType.longInteger(), 1)),
                key(
                        "number and text",
                        random -> List.of((long) random.nextInt(5), text(random).get(0)),
                        column("n", ValueType.longInteger(), 0),
                        text("a", 1)));
    }

    private static Arguments key(
            String name, Function<Random, List<Object>> values, Column<List<Object>, ?> first, Column<?, ?>... others) {
        List<Column<?, ?>> columns = new ArrayList<>(List.of(first));
        columns.addAll(List.of(others));
        return Arguments.of(name, values, columns);
    }

    private static Column<List<Object>, String> text(String name, int at) {
        return column(name, ValueType.text(), at);
    }

    @SuppressWarnings("unchecked") // the values are made for the columns
    private static <V> Column<List<Object>, V> column(String name, ValueType<V> type, int at) {
        return Column.required(name, type, row -> (V) row.get(at));
    }

    /** Alike at the beginning, and on both sides of fifteen bytes. */
    private static List<Object> text(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "id-0000000" : "");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return List.of(text.toString());
    }

    private static List<Object> number(Random random) {
        return List.of(random.nextBoolean() ? random.nextLong() : (long) random.nextInt(9) - 4);
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextBoolean() ? 1L << 63 | random.nextInt(3) : random.nextInt(3), random.nextLong());
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochSecond(random.nextInt(20) - 10, random.nextInt(1_000_000) * 1000L);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void inTheSameOrderAsTheRows(
            String name, Function<Random, List<Object>> values, List<Column<List<Object>, ?>> key) {
        Random random = new Random(7);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(values.apply(random));
        }
        KeyOrder<List<Object>> order = new KeyOrder<>(key);
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            placed.add(order.placed(rows.get(i), i, i));
        }

        List<Placed> sorted = order.sorted(placed);

        assertThat(sorted).containsExactlyInAnyOrderElementsOf(placed);
        assertThat(sorted.stream().map(row -> rows.get(row.number())).toList()).isSortedAccordingTo(Layout.order(key));
    }
}
