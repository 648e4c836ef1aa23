package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import java.util.ArrayList;
import java.util.List;

/** The statements that check a row: every constraint of the model, legible, in model order. */
final class CheckCode {
    private final JavaSource source;
    private final RecordModel record;
    private final String violations;
    private final String index;
    private final String patterns;

    /**
     * @param violations name of the variable that collects them
     * @param index free name for the index of a list's element
     * @param patterns name of the class that holds the patterns
     */
    CheckCode(JavaSource source, RecordModel record, String violations, String index, String patterns) {
        this.source = source;
        this.record = record;
        this.violations = violations;
        this.index = index;
        this.patterns = patterns;
    }

    void emit() {
        record.entered().forEach(this::field);
        record.rules().forEach(this::rule);
    }

    private void field(Field field) {
        String value = JavaNames.component(field);
        String pointer = "\"/" + field.name() + "\"";
        if (!field.optional()) {
            check("required", List.of(pointer, value));
        }
        if (field.type() instanceof FieldType.ListOf list) {
            field.minItems().ifPresent(n -> check("minItems", List.of(pointer, value, n.toString())));
            field.maxItems().ifPresent(n -> check("maxItems", List.of(pointer, value, n.toString())));
            elements(field, list.element(), value);
        } else {
            values(field, field.type(), pointer, value).forEach(this::check);
        }
    }

    private void elements(Field field, FieldType element, String list) {
        String pointer = "\"/" + field.name() + "/\" + " + index;
        List<Check> checks = values(field, element, pointer, list + ".get(" + index + ")");
        if (!checks.isEmpty()) {
            source.open("for (int %s = 0; %s != null && %s < %s.size(); %s++) {"
                    .formatted(index, list, index, list, index));
            checks.forEach(this::check);
            source.close();
        }
    }

    private List<Check> values(Field field, FieldType type, String pointer, String value) {
        List<Check> checks = new ArrayList<>(type.match(new TypeChecks(pointer, value)));
        field.min()
                .ifPresent(b -> checks.add(
                        new Check(b.inclusive() ? "min" : "above", List.of(pointer, value, bound(type, b)))));
        field.max()
                .ifPresent(b -> checks.add(
                        new Check(b.inclusive() ? "max" : "below", List.of(pointer, value, bound(type, b)))));
        field.pattern().ifPresent(p -> {
            String constant = patterns + "." + JavaNames.constant(field);
            checks.add(new Check("pattern", List.of(pointer, value, constant, JavaText.string("/" + p + "/"))));
        });
        return checks;
    }

    private String bound(FieldType type, Field.Bound bound) {
        return type.match(new LiteralCode(source, bound.value()));
    }

    private void rule(Concept.Rule rule) {
        String condition = rule.condition().match(new ExpressionCode(source, record));
        check("rule", List.of(JavaText.string(rule.name()), condition, JavaText.string(rule.source())));
    }

    private void check(Check check) {
        check(check.method(), check.arguments());
    }

    private void check(String method, List<String> arguments) {
        source.call(violations + "." + method, arguments, ";");
    }

    /** One call on the violations. */
    record Check(String method, List<String> arguments) {}
}
