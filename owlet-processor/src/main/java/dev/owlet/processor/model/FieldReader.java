package dev.owlet.processor.model;

import dev.owlet.processor.source.ListNode;
import dev.owlet.processor.source.MapNode;
import dev.owlet.processor.source.Node;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads fields as written, in the short form or as a map. */
final class FieldReader {
    private static final List<String> KEYS = List.of(
            "type",
            "optional",
            "min",
            "max",
            "range",
            "pattern",
            "default",
            "computed",
            "unique",
            "search",
            "pii",
            "was",
            "unit",
            "example",
            "label",
            "description");

    private final Problems problems;
    private final NameRules names;

    FieldReader(Problems problems) {
        this.problems = problems;
        this.names = new NameRules(problems);
    }

    List<FieldElement> read(List<MapNode.Entry> entries) {
        List<FieldElement> fields = new ArrayList<>();
        for (MapNode.Entry entry : entries) {
            names.field(Written.of(entry.key()));
            fields.add(read(entry));
        }
        names.collisions(fields.stream().map(FieldElement::name).toList());
        return fields;
    }

    private FieldElement read(MapNode.Entry entry) {
        Written name = Written.of(entry.key());
        Parts parts = new Parts(problems);
        Node value = entry.value();
        if (value instanceof ScalarNode scalar) {
            if (scalar.isNull()) {
                problems.add(name.at(), ProblemCode.TYPE_FORM, "The field has no type", "Write one, such as text");
                return new FieldElement(name, Optional.empty(), parts, entry.comment());
            }
            Optional<TypeElement> type = Shorthand.read(scalar, parts, problems);
            return new FieldElement(name, optional(type, parts), parts, entry.comment());
        }
        return readMap(name, value, parts, entry.comment());
    }

    private static Optional<TypeElement> optional(Optional<TypeElement> type, Parts parts) {
        type.filter(TypeElement::optional).ifPresent(t -> parts.put(Part.OPTIONAL, new Written("true", false, t.at())));
        return type;
    }

    private FieldElement readMap(Written name, Node value, Parts parts, String comment) {
        Section section = Section.of(value, "a field", KEYS, problems);
        Optional<TypeElement> type = section.scalar("type").flatMap(node -> type(node, parts));
        if (section.get("type").isEmpty() && value instanceof MapNode) {
            problems.add(name.at(), ProblemCode.MISSING_KEY, "The field has no type", "Add type: text, or another");
        }
        section.scalar("range").ifPresent(node -> Shorthand.readRange(node, parts, problems));
        section.words("was").forEach(parts::addWas);
        for (Part part : Part.values()) {
            if (!part.key().equals("range")) {
                put(section, part, parts);
            }
        }
        return new FieldElement(name, type, parts, section.text("description").orElse(comment));
    }

    private Optional<TypeElement> type(ScalarNode node, Parts parts) {
        if (TypeParser.length(node.text()) < node.text().length()) {
            problems.add(
                    node.at(TypeParser.length(node.text())),
                    ProblemCode.TYPE_FORM,
                    "%s is more than a type".formatted(Quote.of(node.text())),
                    "In the map form constraints and modifiers stand in entries of their own");
        }
        return optional(new TypeParser(problems).parse(node.text(), node.at()), parts);
    }

    private void put(Section section, Part part, Parts parts) {
        Optional<Node> node = section.get(part.key());
        if (part == Part.DEFAULT && node.isPresent() && node.get() instanceof ListNode list) {
            emptyList(list, parts);
            return;
        }
        section.scalar(part.key()).map(Written::of).ifPresent(value -> put(part, value, parts));
    }

    private void emptyList(ListNode list, Parts parts) {
        if (list.items().isEmpty()) {
            parts.put(Part.DEFAULT, new Written("[]", false, list.at()));
        } else {
            problems.add(list.at(), ProblemCode.BAD_LITERAL, "The only default of a list is []", "Remove the items");
        }
    }

    private void put(Part part, Written value, Parts parts) {
        boolean flag = part == Part.OPTIONAL || part == Part.UNIQUE || part == Part.SEARCH || part == Part.PII;
        if (flag && !value.is("true") && !value.is("false")) {
            problems.add(
                    value.at(),
                    ProblemCode.WRONG_VALUE,
                    "%s is neither true nor false".formatted(Quote.of(value.text())),
                    "Write true or false");
        } else if (!flag || value.is("true")) {
            parts.put(part, value);
        }
    }
}
