package dev.owlet.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExprTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a > 1 and (b or not c)",
                "a - (a - 1) > 2 * (a + 3)",
                "not (b and c)",
                "a is null or a in [1, 2]",
                "(a is null) = b",
                "length(t) > 3 and t is not null",
                "-a < 5",
            })
    void printsTheFewestParenthesesThatKeepTheMeaning(String source) {
        String yaml = """
                owlet: 1
                project: sums
                concepts:
                  Sum:
                    key: a
                    fields:
                      a: int
                      b: bool
                      c: bool
                      t: text?
                      x: bool := %s
                """.formatted(source);
        assertThat(Models.of(yaml).concept("Sum").field("x").computed().map(ExprText::of))
                .hasValue(source);
    }
}
