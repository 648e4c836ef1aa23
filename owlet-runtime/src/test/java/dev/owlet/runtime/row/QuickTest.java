package dev.owlet.runtime.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read where it stands is what is read as a text, or left to that. */
class QuickTest {
    private static final int ROUNDS = 200_000;

    /** Texts near those of every type; digits in these are replaced, and single characters here and there. */
    private static final List<String> SEEDS = List.of(
            "2026-03-31",
            "2026-02-29",
            "0000-12-30",
            "2026-03-31T09:30Z",
            "2026-03-31 23:59:59",
            "2026-03-31T09:30:00.123456789Z",
            "2026-03-31T09:30:00.1234567Z",
            "-12.50",
            "1234567.89",
            "00000000000012.5",
            "0.1",
            "-0",
            "-0.0",
            "123456789012345",
            "12345678901234567",
            "999999999999999999",
            "2147483648",
            "true",
            "false",
            "1",
            "0",
            "BARN",
            "NA",
            "0190a3f2-7c11-7d6e-9f00-3b2a51c8d9e4",
            "Zoë 🦉",
            "");

    private static final String NEAR = "0123456789-+.:TZ eE,NA\0\uD83E\uDD89\u0663Ff";

    static List<ValueType<?>> types() {
        return List.of(
                ValueType.integer(),
                ValueType.longInteger(),
                ValueType.decimal(6, 2),
                ValueType.decimal(18, 0),
                ValueType.decimal(38, 10),
                ValueType.doubleFloat(),
                ValueType.bool(),
                ValueType.date(),
                ValueType.timestamp(),
                ValueType.time(),
                ValueType.uuid(),
                ValueType.text(),
                Owl.Kind.type());
    }

    @ParameterizedTest
    @MethodSource("types")
    void agreesWithTheText(ValueType<?> type) {
        Random random = new Random(42);
        int quick = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String text = text(random);
            char[] chars = ("<" + text + ">").toCharArray();
            Object value = type.quick(chars, 1, chars.length - 1);
            if (value != null) {
                quick++;
                assertThat(value).as(text).isEqualTo(type.parse(text));
            }
        }
        assertThat(quick > 0 || type.kind() == ValueType.Kind.TIME)
                .as("quick values of " + type)
                .isTrue();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i)) && random.nextInt(4) == 0) {
                text.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        if (random.nextInt(3) == 0 && !text.isEmpty()) {
            int at = random.nextInt(text.length());
            char c = NEAR.charAt(random.nextInt(NEAR.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }
}
