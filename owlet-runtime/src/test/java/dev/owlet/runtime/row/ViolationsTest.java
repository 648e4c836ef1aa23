package dev.owlet.runtime.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationsTest {
    private static List<Violation> of(Consumer<Violations> checks) {
        Violations violations = new Violations();
        checks.accept(violations);
        return violations.list();
    }

    @Test
    void oneMistakeIsOneMessage() {
        assertThat(of(v -> {
                    v.add("/a", "type", "must be text");
                    v.required("/a", null);
                    v.add("/b/0/c", "type", "must be text");
                    v.required("/b", null);
                    v.required("/b/0", null);
                    v.required("/bb", null);
                }))
                .extracting(Violation::pointer)
                .containsExactly("/a", "/b/0/c", "/bb");
    }

    @Test
    void nestedViolationsStandUnderTheirPlace() {
        Violations nested = new Violations("/x");
        nested.required("/y", null);
        assertThat(of(v -> v.addAll("/p/1", nested.list())))
                .containsExactly(new Violation("/p/1/x/y", "required", "is required"));
    }

    @Test
    void lengthsCountCodePoints() {
        assertThat(of(v -> v.maxLength("/a", "🦉🦉", 2))).isEmpty();
        assertThat(of(v -> v.minLength("/a", "🦉", 2))).hasSize(1);
        assertThat(of(v -> v.maxLength("/a", "🦉a", 1)))
                .containsExactly(new Violation("/a", "maxLength", "must have at most 1 character"));
    }

    @Test
    void boundsAreNamedInPlainNotation() {
        assertThat(of(v -> v.max("/a", new BigDecimal("2000"), new BigDecimal("1E+3"))))
                .containsExactly(new Violation("/a", "max", "must be at most 1000"));
        assertThat(of(v -> v.above("/a", 1, 1))).hasSize(1);
        assertThat(of(v -> v.below("/a", 1, 1))).hasSize(1);
        assertThat(of(v -> v.min("/a", 1, 1))).isEmpty();
        assertThat(of(v -> v.<Integer>min("/a", null, 1))).isEmpty();
    }

    @Test
    void patternsThatBacktrackWithoutEndAreGivenUp() {
        Pattern evil = Pattern.compile("(a+)+b");
        Pattern deep = Pattern.compile("(a|b)*");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(of(v -> v.pattern("/a", "a".repeat(50), evil, "(a+)+b"))).hasSize(1);
            assertThat(of(v -> v.pattern("/a", "ab".repeat(200_000), deep, "(a|b)*")))
                    .hasSize(1);
        });
        assertThat(of(v -> v.pattern("/a", "ab".repeat(100), deep, "(a|b)*"))).isEmpty();
        assertThat(of(v -> v.pattern("/a", "a".repeat(Texts.MAX_LENGTH), Pattern.compile("a*"), "a*")))
                .isEmpty();
    }

    @Test
    void valuesThatCannotBeStoredAreRefusedFromJavaToo() {
        assertThat(of(v -> v.text("/a", "\0"))).hasSize(1);
        assertThat(of(v -> v.text("/a", "\ud800"))).hasSize(1);
        assertThat(of(v -> v.finite("/a", Double.NaN))).hasSize(1);
        assertThat(of(v -> v.date("/a", LocalDate.MAX))).hasSize(1);
        assertThat(of(v -> v.timestamp("/a", Instant.MIN))).hasSize(1);
        assertThat(of(v -> {
                    v.text("/a", null);
                    v.finite("/a", 1.0);
                    v.date("/a", LocalDate.EPOCH);
                    v.timestamp("/a", Instant.EPOCH);
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org", "a.b+c@x-y.example", "o'neil@localhost"})
    void takesEmailAddresses(String value) {
        assertThat(of(v -> v.email("/a", value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "ann@", "@x.org", "ann@-x.org", "ann@x..org", "a b@x.org", "ann@x.org\n"})
    void refusesWhatIsNoEmailAddress(String value) {
        assertThat(of(v -> v.email("/a", value))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "javascript:alert(1)",
                "http://",
                "https:///x",
                "http://a b",
                "ftp://x.org",
                "http:x"
            })
    void refusesWhatIsNoWebAddress(String value) {
        assertThat(of(v -> v.url("/a", value))).hasSize(1);
        assertThat(of(v -> v.url("/a", "https://example.org/" + "ü?q=1#x"))).isEmpty();
    }

    @Test
    void scaledDecimalsAreEqualHoweverTheyWereWritten() {
        assertThat(Values.scaled(new BigDecimal("12.5"), 2)).isEqualTo(new BigDecimal("12.50"));
        assertThat(Values.scaled(new BigDecimal("1E+3"), 2)).isEqualTo(new BigDecimal("1000.00"));
        assertThat(Values.scaled(new BigDecimal("1.234"), 2)).isEqualTo(new BigDecimal("1.234"));
        assertThat(Values.scaled(new BigDecimal("1e1000000000"), 2)).isEqualTo(new BigDecimal("1e1000000000"));
        assertThat(Values.scaled(new BigDecimal("0e1000000000"), 2)).isEqualTo(new BigDecimal("0.00"));
        assertThat(Values.micros(Instant.parse("2026-01-01T00:00:00.123456789Z")))
                .isEqualTo("2026-01-01T00:00:00.123456Z");
    }
}
