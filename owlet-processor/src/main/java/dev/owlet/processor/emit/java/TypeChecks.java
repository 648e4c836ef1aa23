package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.FieldType;
import java.util.ArrayList;
import java.util.List;

/** The checks that a type brings by itself. Those of a reference are the key's, which the row referred to passed. */
final class TypeChecks implements FieldType.Cases<List<CheckCode.Check>> {
    private final String pointer;
    private final String value;

    TypeChecks(String pointer, String value) {
        this.pointer = pointer;
        this.value = value;
    }

    private CheckCode.Check check(String method, int... numbers) {
        List<String> arguments = new ArrayList<>(List.of(pointer, value));
        for (int number : numbers) {
            arguments.add(Integer.toString(number));
        }
        return new CheckCode.Check(method, arguments);
    }

    @Override
    public List<CheckCode.Check> text(FieldType.Text type) {
        List<CheckCode.Check> checks = new ArrayList<>(List.of(check("text")));
        type.minLength().filter(n -> n > 0).ifPresent(n -> checks.add(check("minLength", n)));
        type.maxLength().ifPresent(n -> checks.add(check("maxLength", n)));
        return checks;
    }

    @Override
    public List<CheckCode.Check> decimal(FieldType.Decimal type) {
        return List.of(check("decimal", type.precision(), type.scale()));
    }

    @Override
    public List<CheckCode.Check> email(FieldType.Email type) {
        return List.of(check("email"));
    }

    @Override
    public List<CheckCode.Check> url(FieldType.Url type) {
        return List.of(check("url"));
    }

    @Override
    public List<CheckCode.Check> bool(FieldType.Bool type) {
        return List.of();
    }

    @Override
    public List<CheckCode.Check> integer(FieldType.Int type) {
        return List.of();
    }

    @Override
    public List<CheckCode.Check> longInteger(FieldType.Long type) {
        return List.of();
    }

    @Override
    public List<CheckCode.Check> doubleFloat(FieldType.Double type) {
        return List.of(check("finite"));
    }

    @Override
    public List<CheckCode.Check> markdown(FieldType.Markdown type) {
        return List.of(check("text"));
    }

    @Override
    public List<CheckCode.Check> uuid(FieldType.Uuid type) {
        return List.of();
    }

    @Override
    public List<CheckCode.Check> date(FieldType.Date type) {
        return List.of(check("date"));
    }

    @Override
    public List<CheckCode.Check> time(FieldType.Time type) {
        return List.of();
    }

    @Override
    public List<CheckCode.Check> timestamp(FieldType.Timestamp type) {
        return List.of(check("timestamp"));
    }

    @Override
    public List<CheckCode.Check> json(FieldType.Json type) {
        return List.of();
    }

    @Override
    public List<CheckCode.Check> file(FieldType.File type) {
        return List.of();
    }

    @Override
    public List<CheckCode.Check> enumeration(FieldType.EnumOf type) {
        return List.of();
    }

    @Override
    public List<CheckCode.Check> shape(FieldType.ShapeOf type) {
        return List.of();
    }

    @Override
    public List<CheckCode.Check> reference(FieldType.Reference type) {
        return List.of();
    }

    @Override
    public List<CheckCode.Check> list(FieldType.ListOf type) {
        return List.of();
    }
}
