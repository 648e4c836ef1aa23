package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What functions take and yield. */
final class FunctionTypes {
    private static final List<String> NAMES = Arrays.stream(Expr.Function.values())
            .map(f -> f.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final int MAX_PLACES = 38;

    private final Problems problems;

    FunctionTypes(Problems problems) {
        this.problems = problems;
    }

    Optional<Expr> call(ExprTree.Call tree, List<Expr> arguments) {
        if (!NAMES.contains(tree.function())) {
            problems.add(
                    tree.at(),
                    ProblemCode.EXPRESSION_NAME,
                    "There is no function %s".formatted(Quote.of(tree.function())),
                    Suggestion.cure(tree.function(), NAMES, "There are: " + String.join(", ", NAMES)));
            return Optional.empty();
        }
        Expr.Function function = Expr.Function.valueOf(tree.function().toUpperCase(Locale.ROOT));
        Optional<Expr.Type> type = result(function, arguments);
        if (type.isEmpty()) {
            problems.add(
                    tree.at(),
                    ProblemCode.EXPRESSION_TYPE,
                    "%s does not take these values".formatted(tree.function()),
                    "Write " + usage(function));
            return Optional.empty();
        }
        boolean nullable = function == Expr.Function.COALESCE
                ? arguments.stream().allMatch(Expr::nullable)
                : arguments.stream().anyMatch(Expr::nullable);
        return Optional.of(new Expr.Call(function, arguments, type.get(), nullable));
    }

    private static Optional<Expr.Type> result(Expr.Function function, List<Expr> arguments) {
        List<Expr.Type> types = arguments.stream().map(Expr::type).toList();
        boolean one = types.size() == 1;
        Expr.Type first = types.isEmpty() ? Expr.Type.OTHER : types.get(0);
        return switch (function) {
            case LENGTH -> when(one && first == Expr.Type.TEXT, Expr.Type.INT);
            case SIZE -> when(one && first == Expr.Type.LIST, Expr.Type.INT);
            case LOWER, UPPER -> when(one && first == Expr.Type.TEXT, Expr.Type.TEXT);
            case YEAR, MONTH, DAY ->
                when(one && (first == Expr.Type.DATE || first == Expr.Type.TIMESTAMP), Expr.Type.INT);
            case ABS -> when(one && ExprTypes.isNumber(first), first);
            case ROUND -> when(isRound(arguments), first == Expr.Type.DOUBLE ? Expr.Type.DOUBLE : Expr.Type.DECIMAL);
            case CONCAT -> when(!types.isEmpty() && types.stream().allMatch(t -> t == Expr.Type.TEXT), Expr.Type.TEXT);
            case COALESCE -> coalesce(arguments);
            case NOW -> when(types.isEmpty(), Expr.Type.TIMESTAMP);
            case TODAY -> when(types.isEmpty(), Expr.Type.DATE);
        };
    }

    private static Optional<Expr.Type> when(boolean fits, Expr.Type type) {
        return fits ? Optional.of(type) : Optional.empty();
    }

    /** The places must be known when the code is written. */
    private static boolean isRound(List<Expr> arguments) {
        return arguments.size() == 2
                && ExprTypes.isNumber(arguments.get(0).type())
                && arguments.get(1) instanceof Expr.Literal places
                && places.type() == Expr.Type.INT
                && Integer.parseInt(places.value()) >= 0
                && Integer.parseInt(places.value()) <= MAX_PLACES;
    }

    private static Optional<Expr.Type> coalesce(List<Expr> arguments) {
        if (arguments.size() < 2) {
            return Optional.empty();
        }
        Expr.Type type = arguments.get(0).type();
        for (Expr argument : arguments) {
            if (BinaryTypes.result(Expr.BinaryOp.EQ, arguments.get(0), argument).isEmpty()) {
                return Optional.empty();
            }
            type = ExprTypes.isNumber(type) ? ExprTypes.wider(type, argument.type()) : type;
        }
        return Optional.of(type);
    }

    private static String usage(Expr.Function function) {
        String name = function.name().toLowerCase(Locale.ROOT);
        return switch (function) {
            case LENGTH, LOWER, UPPER -> name + "(text)";
            case SIZE -> name + "(list)";
            case YEAR, MONTH, DAY -> name + "(date or timestamp)";
            case ABS -> name + "(number)";
            case ROUND -> name + "(number, places), with places from 0 to 38";
            case CONCAT -> name + "(text, text, …)";
            case COALESCE -> name + "(first, second, …), all of one type";
            case NOW, TODAY -> name + "()";
        };
    }
}
