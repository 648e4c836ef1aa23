package dev.owlet.runtime.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Owls with any values, and with texts that mean something in files. */
public final class RandomOwls {
    private RandomOwls() {}

    public static Owl owl(Random random) {
        return new Owl(
                Uuid7.next(),
                maybe(random, random::nextBoolean),
                random.nextInt(3) + 1,
                maybe(random, random::nextLong),
                maybe(random, () -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20)),
                maybe(
                        random,
                        () -> BigDecimal.valueOf(random.nextInt(2_000_000) - 999_999, 2)
                                .min(new BigDecimal("9999.99"))),
                text(random, 1),
                maybe(random, () -> text(random, 0)),
                maybe(random, () -> LocalDate.ofEpochDay(random.nextInt(60_000) - 30_000)),
                maybe(
                        random,
                        () -> LocalTime.ofSecondOfDay(random.nextInt(1440) * 60L)
                                .plusNanos(random.nextInt(2) * 123_000L)),
                maybe(
                        random,
                        () -> Instant.ofEpochSecond(random.nextInt(70_000_000) * 60L)
                                .plusNanos(random.nextInt(2) * 1_000L)),
                Owl.Kind.values()[random.nextInt(3)],
                Stream.generate(() -> "NL" + random.nextInt(1000))
                        .limit(random.nextInt(4))
                        .toList(),
                maybe(
                        random,
                        () -> new Owl.Position(
                                new BigDecimal("52.100000"),
                                BigDecimal.valueOf(random.nextInt(170_000_000) + 1L, 6),
                                maybe(random, () -> text(random, 0)))),
                maybe(
                        random,
                        () -> new Owl.Extra(maybe(random, () -> text(random, 0)), maybe(random, random::nextInt))),
                maybe(random, () -> Json.MAPPER.createObjectNode().put(text(random, 0), text(random, 0))));
    }

    private static <V> @Nullable V maybe(Random random, Supplier<V> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    /** Texts of all that means something in a file, among other characters. */
    private static String text(Random random, int min) {
        List<String> parts = List.of(
                ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", "\r", " ", "\\", "\\N", "\\n", "^", "NA", "-", "'",
                "=", "#", "a", "é", "🦉", "\u00A0", "\uFEFF", "1.5", "{", "\u2028", "\u0001");
        return random.ints(random.nextInt(5) + min, 0, parts.size())
                .mapToObj(parts::get)
                .reduce("", String::concat);
    }
}
