package dev.owlet.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.Problems;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Precedence, shown by parentheses around everything. */
final class ExprParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a or b and c | (OR a (AND b c))",
                "a and b or c | (OR (AND a b) c)",
                "not a and b | (AND (NOT a) b)",
                "not a = b | (NOT (EQ a b))",
                "not not a | (NOT (NOT a))",
                "a + b * c | (ADD a (MULTIPLY b c))",
                "a - b - c | (SUBTRACT (SUBTRACT a b) c)",
                "a / b / c | (DIVIDE (DIVIDE a b) c)",
                "(a + b) * c | (MULTIPLY (ADD a b) c)",
                "a - -1 | (SUBTRACT a -1)",
                "a -1 | (SUBTRACT a 1)",
                "-a * b | (MULTIPLY (NEGATE a) b)",
                "a + 1 > b * 2 | (GT (ADD a 1) (MULTIPLY b 2))",
                "a is null or b is not null | (OR (null a) (present b))",
                "a in [x, 'y z', 3] | (in a x y z 3)",
                "a not in [x] | (NOT (in a x))",
                "p.lat >= 1.5 | (GTE p.lat 1.5)",
                "day = 2026-01-31 | (EQ day 2026-01-31)",
                "at < 2026-01-31T10:00:00+02:00 | (LT at 2026-01-31T10:00:00+02:00)",
                "t = 12:30 | (EQ t 12:30)",
                "round(a, 2) <> coalesce(b, c) | (NE round(a, 2) coalesce(b, c))",
                "true and today() = d | (AND true (EQ today() d))",
            })
    void bindsAsDocumented(String text, String expected) {
        Problems problems = new Problems();
        ExprTree tree = ExprParser.parse(text, offset -> new Position(1, offset + 1), problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
        assertThat(print(tree)).isEqualTo(expected);
    }

    private static String print(ExprTree tree) {
        if (tree instanceof ExprTree.Name name) {
            return String.join(".", name.path());
        }
        if (tree instanceof ExprTree.Literal literal) {
            return literal.value();
        }
        if (tree instanceof ExprTree.Unary unary) {
            return "(%s %s)".formatted(unary.op(), print(unary.operand()));
        }
        if (tree instanceof ExprTree.Binary binary) {
            return "(%s %s %s)".formatted(binary.op(), print(binary.left()), print(binary.right()));
        }
        if (tree instanceof ExprTree.IsNull isNull) {
            return "(%s %s)".formatted(isNull.negated() ? "present" : "null", print(isNull.operand()));
        }
        if (tree instanceof ExprTree.In in) {
            return "(in %s%s)".formatted(print(in.operand()), list(in.values(), " "));
        }
        ExprTree.Call call = (ExprTree.Call) tree;
        String arguments = list(call.arguments(), ", ");
        return call.function() + "(" + (arguments.isEmpty() ? "" : arguments.substring(2)) + ")";
    }

    private static String list(List<ExprTree> trees, String separator) {
        StringBuilder out = new StringBuilder();
        trees.forEach(tree -> out.append(separator).append(print(tree)));
        return out.toString();
    }
}
