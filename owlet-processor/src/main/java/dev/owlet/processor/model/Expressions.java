package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Links the computed fields and the rules of one concept. */
final class Expressions {
    private static final List<Part> NOT_COMPUTED = List.of(
            Part.MIN,
            Part.MAX,
            Part.LOWER,
            Part.UPPER,
            Part.ABOVE,
            Part.BELOW,
            Part.PATTERN,
            Part.DEFAULT,
            Part.UNIQUE);

    private final ConceptElement element;
    private final FieldNames fields;
    private final Problems problems;
    private final ExprChecker checker;

    Expressions(ConceptElement element, FieldNames fields, Problems problems) {
        this.element = element;
        this.fields = fields;
        this.problems = problems;
        this.checker = new ExprChecker(fields, problems);
    }

    /** A rule's condition; empty after a problem. */
    Optional<Expr> rule(ScalarNode node) {
        Optional<Expr> condition =
                ExprParser.parse(node.text(), node::at, problems).flatMap(checker::check);
        if (condition.isPresent() && condition.get().type() != Expr.Type.BOOL) {
            problems.add(
                    node.at(),
                    ProblemCode.RULE_TYPE,
                    "A rule is a condition; this is %s".formatted(ExprChecker.word(condition.get())),
                    "Compare it with something, or write x is not null");
            return Optional.empty();
        }
        return condition;
    }

    /** Gives computed fields their expressions. */
    void linkComputed() {
        Map<String, Field> done = new HashMap<>();
        for (FieldElement field : element.fields()) {
            Optional<Written> written = field.parts().get(Part.COMPUTED);
            Field plain = fields.linked().get(field.name().text());
            if (written.isPresent() && plain != null) {
                refuseParts(field);
                computed(plain, written.get()).ifPresent(expr -> done.put(plain.name(), plain.withComputed(expr)));
            }
        }
        fields.linked().replaceAll((name, plain) -> done.getOrDefault(name, plain));
        new ComputedCycles(fields.linked(), problems).report();
    }

    private Optional<Expr> computed(Field field, Written written) {
        IntFunction<Position> offsets =
                offset -> new Position(written.at().line(), written.at().column() + offset);
        return ExprParser.parse(written.text(), offsets, problems)
                .flatMap(checker::check)
                .filter(expr -> fits(field, expr, written))
                .filter(expr -> isPresent(field, expr, written));
    }

    private void refuseParts(FieldElement field) {
        for (Part part : NOT_COMPUTED) {
            field.parts()
                    .get(part)
                    .ifPresent(written -> problems.add(
                            written.at(),
                            ProblemCode.MISPLACED_MODIFIER,
                            "A computed field takes no %s".formatted(part.key()),
                            "Remove it; the value follows from the expression"));
        }
    }

    private boolean fits(Field field, Expr expr, Written at) {
        boolean single = Kind.isIdentifying(field.type()) || field.type() instanceof FieldType.Double;
        boolean reference = field.type() instanceof FieldType.Reference;
        boolean oneEnum = !(field.type() instanceof FieldType.EnumOf of)
                || BinaryTypes.enumName(expr).equals(Optional.of(of.type().name()));
        boolean fits = single && !reference && oneEnum && ExprTypes.fits(expr.type(), ExprTypes.of(field.type()));
        if (!fits) {
            problems.add(
                    at.at(),
                    ProblemCode.COMPUTED_TYPE,
                    "The type is %s, but the expression yields %s"
                            .formatted(Kind.name(field.type()), ExprChecker.word(expr)),
                    "Change the type or the expression");
        }
        return fits;
    }

    /** A required bool takes unknown as false; nothing else has a value for it. */
    private boolean isPresent(Field field, Expr expr, Written at) {
        boolean present = field.optional() || field.type() instanceof FieldType.Bool || !Absence.isPossible(expr);
        if (!present) {
            problems.add(
                    at.at(),
                    ProblemCode.COMPUTED_ABSENT,
                    "The expression may have no value, but the field is required",
                    "Put ? behind the type, or use coalesce(…, …)");
        }
        return present;
    }
}
