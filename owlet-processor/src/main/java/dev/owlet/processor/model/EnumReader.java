package dev.owlet.processor.model;

import dev.owlet.processor.source.ListNode;
import dev.owlet.processor.source.MapNode;
import dev.owlet.processor.source.Node;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an enum: a list of codes, or a map of codes to labels. */
final class EnumReader {
    /** One class initialiser of 64 KiB holds at least this many constants (JVMS 4.7.3). */
    static final int MAX_VALUES = 1_000;

    private static final List<String> KEYS = List.of("label", "description");

    private final Problems problems;
    private final NameRules names;

    EnumReader(Problems problems) {
        this.problems = problems;
        this.names = new NameRules(problems);
    }

    EnumType read(MapNode.Entry entry) {
        Node node = entry.value();
        List<Coded> coded = node instanceof ListNode list ? ofList(list) : ofMap(node);
        if (coded.isEmpty()) {
            problems.add(entry.key().at(), ProblemCode.MISSING_KEY, "The enum has no values", "Add at least one value");
        }
        if (coded.size() > MAX_VALUES) {
            problems.add(
                    entry.key().at(),
                    ProblemCode.MODEL_TOO_LARGE,
                    "The enum has %,d values; %,d are possible".formatted(coded.size(), MAX_VALUES),
                    "Make it a concept with a key, and refer to it");
            coded = coded.subList(0, MAX_VALUES);
        }
        checkCodes(coded);
        String name = entry.key().text();
        List<EnumType.Value> values = coded.stream().map(Coded::value).toList();
        return new EnumType(
                name, English.title(name), entry.comment(), values, entry.key().at());
    }

    /** A value with its code as written. */
    private record Coded(Written code, EnumType.Value value) {}

    private List<Coded> ofList(ListNode list) {
        List<Coded> values = new ArrayList<>();
        for (Node item : list.items()) {
            if (item instanceof ScalarNode code) {
                values.add(value(code, Optional.empty(), code.comment()));
            } else {
                problems.add(
                        item.at(),
                        ProblemCode.WRONG_KIND,
                        "A value of an enum is a name, not %s".formatted(item.kind()),
                        "For labels write a map: CODE: Label");
            }
        }
        return values;
    }

    private List<Coded> ofMap(Node node) {
        List<Coded> values = new ArrayList<>();
        for (MapNode.Entry entry : Section.mapOf(node, "an enum", problems).entries()) {
            if (entry.value() instanceof ScalarNode label) {
                Optional<String> text = label.isNull() ? Optional.empty() : Optional.of(label.text());
                values.add(value(entry.key(), text, entry.comment()));
            } else {
                Section section = Section.of(entry.value(), "a value of an enum", KEYS, problems);
                String description = section.text("description").orElse(entry.comment());
                values.add(value(entry.key(), section.text("label"), description));
            }
        }
        return values;
    }

    private static Coded value(ScalarNode code, Optional<String> label, String description) {
        Written written = Written.of(code);
        String shown = label.orElseGet(() -> English.title(code.text()));
        return new Coded(written, new EnumType.Value(code.text(), shown, description, code.at()));
    }

    private void checkCodes(List<Coded> coded) {
        Set<String> seen = new HashSet<>();
        for (Coded value : coded) {
            Written code = value.code();
            names.code(code);
            if (!seen.add(code.text())) {
                problems.add(
                        code.at(),
                        ProblemCode.NAME_COLLISION,
                        "The enum has the value %s twice".formatted(Quote.of(code.text())),
                        "Remove one");
            }
        }
        names.collisions(coded.stream().map(Coded::code).toList());
    }
}
