package dev.owlet.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.Problem;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PatternRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A-Z]{2}\\d+",
                "[a-z]+(-[a-z]+)*",
                "\\p{L}+ \\p{Lu}{2,}",
                "(?:a|b)+c?",
                "[^\\]\\[/\"]*",
                "[-+*?}]+",
                "\\++\\*+",
                "(?=.*\\d).{8,}",
                "\\u00e9\\x41+?",
                "(\\d{3}-){2}\\d{4}",
                "[.&]+",
                "(a{2}b?){1,3}",
            })
    void takesWhatEveryTargetUnderstands(String pattern) {
        assertThat(codes(pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a++",
                "a{2}+",
                "(?<=a)b",
                "(?<!a)b",
                "(?>a)",
                "(?i)a",
                "(?i:a)",
                "(?<n>a)",
                "(a)\\1",
                "\\Aa\\z",
                "\\Qa\\E",
                "\\h",
                "\\R",
                "\\p{Alpha}",
                "\\p{IsLatin}",
                "\\pL",
                "[a&&b]",
                "[a[b]]",
                "[\\Q.\\E]",
                "[a",
                "a)",
                "*",
                "[]a]",
            })
    void refusesWhatOnlyJavaUnderstands(String pattern) {
        assertThat(codes(pattern)).containsExactly(ProblemCode.BAD_PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+",
                "(a*)*",
                "((a+))+",
                "(?:\\w+\\s?)*",
                "(a|b+)*",
                "([a-z]+|x)*",
                "(a{2,})+",
                "(\\d+?)*",
                "(a?b*)+",
                "x(.*)*y",
            })
    void refusesRepetitionsOfRepetitions(String pattern) {
        assertThat(codes(pattern)).containsExactly(ProblemCode.SLOW_PATTERN);
    }

    private static List<ProblemCode> codes(String pattern) {
        Problems problems = new Problems();
        PatternRules.check(new Written(pattern, true, Position.START), problems);
        return problems.list().stream().map(Problem::code).toList();
    }
}
