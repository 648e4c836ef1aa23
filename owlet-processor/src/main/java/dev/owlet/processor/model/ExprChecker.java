package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives expressions their meaning: names become fields or, where the other operand is an enum, values of that enum;
 * operands must fit each other.
 */
final class ExprChecker {
    private final FieldNames fields;
    private final Problems problems;
    private final FunctionTypes functions;

    /** @param fields of the concept */
    ExprChecker(FieldNames fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
        this.functions = new FunctionTypes(problems);
    }

    /** The expression; empty after a problem. */
    Optional<Expr> check(ExprTree tree) {
        return check(tree, Optional.empty());
    }

    /** @param other the enum that the other operand is of */
    private Optional<Expr> check(ExprTree tree, Optional<EnumType> other) {
        if (tree instanceof ExprTree.Name name) {
            return name(name, other);
        }
        if (tree instanceof ExprTree.Literal literal) {
            return Optional.of(new Expr.Literal(literal.type(), literal.value()));
        }
        if (tree instanceof ExprTree.Unary unary) {
            return unary(unary);
        }
        if (tree instanceof ExprTree.Binary binary) {
            return binary(binary);
        }
        if (tree instanceof ExprTree.IsNull isNull) {
            return check(isNull.operand()).map(operand -> new Expr.IsNull(operand, isNull.negated()));
        }
        if (tree instanceof ExprTree.In in) {
            return in(in);
        }
        return call((ExprTree.Call) tree);
    }

    private Optional<Expr> name(ExprTree.Name name, Optional<EnumType> other) {
        String first = name.path().get(0);
        if (fields.linked().containsKey(first)) {
            return FieldPath.resolve(name, fields.linked().get(first), problems);
        }
        if (fields.declared().contains(first)) {
            return Optional.empty(); // its own problem is reported where it is declared
        }
        if (name.path().size() == 1 && other.isPresent()) {
            return enumValue(other.get(), first, name.at());
        }
        String cure = Suggestion.cure(first, fields.declared(), "Use a field of the concept; put quotes around a text");
        return problem(name.at(), ProblemCode.EXPRESSION_NAME, "There is no field %s".formatted(Quote.of(first)), cure);
    }

    private Optional<Expr> enumValue(EnumType type, String code, Position at) {
        List<String> codes = type.values().stream().map(EnumType.Value::code).toList();
        if (codes.contains(code)) {
            return Optional.of(new Expr.EnumValue(type.name(), code));
        }
        return problem(
                at,
                ProblemCode.EXPRESSION_NAME,
                "%s is neither a field nor a value of %s".formatted(Quote.of(code), type.name()),
                Suggestion.cure(code, codes, Examples.cure(new FieldType.EnumOf(type))));
    }

    private Optional<Expr> unary(ExprTree.Unary tree) {
        return check(tree.operand()).flatMap(operand -> {
            boolean not = tree.op() == Expr.UnaryOp.NOT;
            boolean fits = not ? operand.type() == Expr.Type.BOOL : ExprTypes.isNumber(operand.type());
            String message = not ? "not takes a condition, not %s" : "- takes a number, not %s";
            return fits
                    ? Optional.of(new Expr.Unary(tree.op(), operand, operand.type()))
                    : problem(
                            tree.at(),
                            ProblemCode.EXPRESSION_TYPE,
                            message.formatted(word(operand)),
                            "Compare it first");
        });
    }

    private Optional<Expr> binary(ExprTree.Binary tree) {
        Optional<EnumType> leftEnum = enumOf(tree.left());
        Optional<EnumType> rightEnum = enumOf(tree.right());
        Optional<Expr> left = check(tree.left(), rightEnum);
        // Beside an unknown name, a name may be a value of the enum that it was to be compared with.
        boolean open = left.isEmpty() && tree.right() instanceof ExprTree.Name;
        Optional<Expr> right = open ? Optional.empty() : check(tree.right(), leftEnum);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Expr l = Coercion.towards(left.get(), right.get(), rightEnum);
        Expr r = Coercion.towards(right.get(), left.get(), leftEnum);
        Optional<Expr.Type> type = BinaryTypes.result(tree.op(), l, r);
        if (type.isEmpty()) {
            return problem(
                    tree.at(),
                    ProblemCode.EXPRESSION_TYPE,
                    "%s cannot stand between %s and %s".formatted(tree.sign(), word(l), word(r)),
                    BinaryTypes.cure(tree.op()));
        }
        return Optional.of(new Expr.Binary(tree.op(), l, r, type.get()));
    }

    /** The enum whose values a tree may be compared with; found without reporting problems. */
    private Optional<EnumType> enumOf(ExprTree tree) {
        if (!(tree instanceof ExprTree.Name name)
                || !fields.linked().containsKey(name.path().get(0))) {
            return Optional.empty();
        }
        return FieldPath.resolve(name, fields.linked().get(name.path().get(0)), new Problems())
                .map(e -> ((Expr.FieldRef) e).fieldType())
                .map(type -> type instanceof FieldType.Reference reference ? reference.keyType() : type)
                .flatMap(type -> type instanceof FieldType.EnumOf of ? Optional.of(of.type()) : Optional.empty());
    }

    private Optional<Expr> in(ExprTree.In tree) {
        Optional<EnumType> type = enumOf(tree.operand());
        Optional<Expr> operand = check(tree.operand());
        List<Expr> values = new ArrayList<>();
        for (ExprTree value : tree.values()) {
            Optional<Expr> checked = check(value, type);
            if (operand.isPresent() && checked.isPresent()) {
                Expr coerced = Coercion.towards(checked.get(), operand.get(), type);
                if (BinaryTypes.result(Expr.BinaryOp.EQ, operand.get(), coerced).isEmpty()) {
                    return problem(
                            value.at(),
                            ProblemCode.EXPRESSION_TYPE,
                            "%s cannot equal %s".formatted(capital(word(operand.get())), word(coerced)),
                            "Write values of one type between [ and ]");
                }
                values.add(coerced);
            }
        }
        if (tree.values().isEmpty()) {
            return problem(tree.at(), ProblemCode.EXPRESSION_SYNTAX, "The list behind in is empty", "Add a value");
        }
        return operand.isPresent() && values.size() == tree.values().size()
                ? Optional.of(new Expr.In(operand.get(), List.copyOf(values)))
                : Optional.empty();
    }

    private Optional<Expr> call(ExprTree.Call tree) {
        List<Expr> arguments = new ArrayList<>();
        Optional<EnumType> type = tree.function().equals("coalesce")
                ? tree.arguments().stream().flatMap(a -> enumOf(a).stream()).findFirst()
                : Optional.empty();
        for (ExprTree argument : tree.arguments()) {
            check(argument, type).ifPresent(arguments::add);
        }
        return arguments.size() == tree.arguments().size()
                ? functions.call(tree, List.copyOf(arguments))
                : Optional.empty();
    }

    private Optional<Expr> problem(Position at, ProblemCode code, String message, String cure) {
        problems.add(at, code, message, cure);
        return Optional.empty();
    }

    /** What an expression yields, for messages: {@code a decimal}. */
    static String word(Expr e) {
        String type = e.type().name().toLowerCase(Locale.ROOT);
        return switch (e.type()) {
            case BOOL -> "a condition";
            case INT, ENUM -> "an " + type;
            case OTHER -> "a shape, json or file";
            default -> "a " + type;
        };
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
