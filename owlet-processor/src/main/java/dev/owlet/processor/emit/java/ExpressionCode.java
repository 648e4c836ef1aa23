package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.Expr;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import dev.owlet.processor.model.Shape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Java of an expression: calls of the runtime's {@code Expressions}, which are three-valued. Every value is an
 * object that may be null, or a primitive where it cannot be.
 */
final class ExpressionCode implements Expr.Cases<String> {
    private final JavaSource source;
    private final RecordModel record;

    ExpressionCode(JavaSource source, RecordModel record) {
        this.source = source;
        this.record = record;
    }

    /** The expression of a computed field, as a value of the field's type: a bool that must be there is not unknown. */
    String computed(Field field) {
        Expr expr = field.computed().orElseThrow();
        if (field.type() instanceof FieldType.Decimal decimal) {
            return call("decimal", expr.match(this), "" + decimal.precision(), "" + decimal.scale());
        }
        if (field.type() instanceof FieldType.Long) {
            return widened(expr, Expr.Type.LONG);
        }
        if (field.type() instanceof FieldType.Double) {
            return widened(expr, Expr.Type.DOUBLE);
        }
        boolean known = field.type() instanceof FieldType.Bool && !field.optional();
        return known ? call("isTrue", expr.match(this)) : expr.match(this);
    }

    private String call(String function, Stream<String> arguments) {
        return source.scope(Names.EXPRESSIONS) + "." + function + arguments.collect(Collectors.joining(", ", "(", ")"));
    }

    private String call(String function, String... arguments) {
        return call(function, Stream.of(arguments));
    }

    @Override
    public String literal(Expr.Literal e) {
        return switch (e.type()) {
            case BOOL -> e.value();
            case INT -> LiteralCode.integer(e.value());
            case LONG -> LiteralCode.longInteger(e.value());
            case DOUBLE -> LiteralCode.doubleFloat(e.value());
            case DECIMAL -> LiteralCode.decimal(source, e.value());
            case UUID -> LiteralCode.parsed(source, Names.UUID, "fromString", e.value());
            case DATE -> LiteralCode.date(source, e.value());
            case TIME -> LiteralCode.parsed(source, Names.LOCAL_TIME, "parse", e.value());
            case TIMESTAMP -> LiteralCode.parsed(source, Names.INSTANT, "parse", e.value());
            case TEXT, ENUM, LIST, OTHER -> JavaText.string(e.value());
        };
    }

    @Override
    public String enumValue(Expr.EnumValue e) {
        return source.ownScope(e.enumName()) + "." + JavaNames.identifier(e.code());
    }

    /** A computed field stands for its expression, as it is no parameter of the checks. */
    @Override
    public String field(Expr.FieldRef e) {
        Field field = record.field(e.path().get(0));
        String code = field.isEntered() ? JavaNames.component(field) : computed(field);
        for (String name : e.path().subList(1, e.path().size())) {
            Shape shape = ((FieldType.ShapeOf) field.type()).shape();
            field = shape.field(name);
            code = call("get", code, source.ownScope(shape.name()) + "::" + JavaNames.component(field));
        }
        return code;
    }

    @Override
    public String unary(Expr.Unary e) {
        return switch (e.op()) {
            case NOT -> call("not", e.operand().match(this));
            case NEGATE ->
                e.operand() instanceof Expr.Literal number
                        ? literal(new Expr.Literal(number.type(), "-" + number.value()))
                        : call("negate", widened(e.operand(), e.type()));
        };
    }

    @Override
    public String binary(Expr.Binary e) {
        return switch (e.op()) {
            case OR, AND, EQ, NE, LT, LTE, GT, GTE ->
                call(name(e.op()), e.left().match(this), e.right().match(this));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE ->
                call(name(e.op()), widened(e.left(), e.type()), widened(e.right(), e.type()));
        };
    }

    /** What cannot be null may be a primitive, which does not compare with null. */
    @Override
    public String isNull(Expr.IsNull e) {
        if (!e.operand().nullable()) {
            return Boolean.toString(e.negated());
        }
        return e.operand().match(this) + (e.negated() ? " != null" : " == null");
    }

    @Override
    public String in(Expr.In e) {
        return call(
                "in", Stream.concat(Stream.of(e.operand()), e.values().stream()).map(x -> x.match(this)));
    }

    @Override
    public String call(Expr.Call e) {
        List<Expr> arguments = e.arguments();
        return switch (e.function()) {
            case ABS -> call("abs", widened(arguments.get(0), e.type()));
            case ROUND -> round(e);
            case COALESCE -> call("coalesce", arguments.stream().map(x -> widened(x, e.type())));
            case LENGTH, SIZE, LOWER, UPPER, YEAR, MONTH, DAY, CONCAT, NOW, TODAY ->
                call(name(e.function()), arguments.stream().map(x -> x.match(this)));
        };
    }

    private String round(Expr.Call e) {
        String places = e.arguments().size() > 1 ? e.arguments().get(1).match(this) : "0";
        return call("round", widened(e.arguments().get(0), e.type()), places);
    }

    /** An operand as a number of the type that the operation has. */
    private String widened(Expr operand, Expr.Type type) {
        if (operand.type() == type) {
            return operand.match(this);
        }
        boolean literal = operand instanceof Expr.Literal;
        String value = literal ? ((Expr.Literal) operand).value() : "";
        return switch (type) {
            case LONG -> literal ? LiteralCode.longInteger(value) : call("longInteger", operand.match(this));
            case DOUBLE -> literal ? LiteralCode.doubleFloat(value) : call("doubleFloat", operand.match(this));
            case DECIMAL -> literal ? LiteralCode.decimal(source, value) : call("decimal", operand.match(this));
            case BOOL, INT, TEXT, UUID, DATE, TIME, TIMESTAMP, ENUM, LIST, OTHER -> operand.match(this);
        };
    }

    private static String name(Enum<?> function) {
        return function.name().toLowerCase(Locale.ROOT);
    }
}
