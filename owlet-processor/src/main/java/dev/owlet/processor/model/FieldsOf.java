package dev.owlet.processor.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The fields of the concept that an expression needs. */
final class FieldsOf implements Expr.Cases<Set<String>> {
    private FieldsOf() {}

    static Set<String> names(Expr expr) {
        return expr.match(new FieldsOf());
    }

    private Set<String> all(List<Expr> parts) {
        Set<String> names = new TreeSet<>();
        parts.forEach(part -> names.addAll(part.match(this)));
        return names;
    }

    @Override
    public Set<String> literal(Expr.Literal e) {
        return Set.of();
    }

    @Override
    public Set<String> enumValue(Expr.EnumValue e) {
        return Set.of();
    }

    @Override
    public Set<String> field(Expr.FieldRef e) {
        return Set.of(e.path().get(0));
    }

    @Override
    public Set<String> unary(Expr.Unary e) {
        return e.operand().match(this);
    }

    @Override
    public Set<String> binary(Expr.Binary e) {
        return all(List.of(e.left(), e.right()));
    }

    @Override
    public Set<String> isNull(Expr.IsNull e) {
        return e.operand().match(this);
    }

    @Override
    public Set<String> in(Expr.In e) {
        Set<String> names = all(e.values());
        names.addAll(e.operand().match(this));
        return names;
    }

    @Override
    public Set<String> call(Expr.Call e) {
        return all(e.arguments());
    }
}
