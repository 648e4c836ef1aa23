package dev.owlet.processor.model;

/** Whether an expression may have no value: because of an absent field, or of a division by zero. */
final class Absence implements Expr.Cases<Boolean> {
    private Absence() {}

    static boolean isPossible(Expr expr) {
        return expr.match(new Absence());
    }

    @Override
    public Boolean literal(Expr.Literal e) {
        return false;
    }

    @Override
    public Boolean enumValue(Expr.EnumValue e) {
        return false;
    }

    @Override
    public Boolean field(Expr.FieldRef e) {
        return e.nullable();
    }

    @Override
    public Boolean unary(Expr.Unary e) {
        return e.operand().match(this);
    }

    @Override
    public Boolean binary(Expr.Binary e) {
        boolean divides = e.op() == Expr.BinaryOp.DIVIDE;
        boolean safe = divides && e.right() instanceof Expr.Literal literal && !ExprTypes.isZero(literal.value());
        return divides && !safe || e.left().match(this) || e.right().match(this);
    }

    @Override
    public Boolean isNull(Expr.IsNull e) {
        return false;
    }

    @Override
    public Boolean in(Expr.In e) {
        return e.operand().match(this) || e.values().stream().anyMatch(v -> v.match(this));
    }

    @Override
    public Boolean call(Expr.Call e) {
        return e.function() == Expr.Function.COALESCE
                ? e.arguments().stream().allMatch(a -> a.match(this))
                : e.arguments().stream().anyMatch(a -> a.match(this));
    }
}
