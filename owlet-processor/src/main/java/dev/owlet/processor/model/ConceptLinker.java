package dev.owlet.processor.model;

import dev.owlet.processor.source.ListNode;
import dev.owlet.processor.source.MapNode;
import dev.owlet.processor.source.Node;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives one concept its meaning. */
final class ConceptLinker {
    private final ConceptElement element;
    private final Section section;
    private final Problems problems;
    private final Map<String, Field> linked = new LinkedHashMap<>();
    private final FieldNames fields;

    private ConceptLinker(ConceptElement element, Problems problems) {
        this.element = element;
        this.section = element.section();
        this.problems = problems;
        this.fields = new FieldNames(element.fieldNames(), linked, problems);
    }

    static Concept link(ConceptElement element, TypeLinker types, Problems problems) {
        ConceptLinker linker = new ConceptLinker(element, problems);
        FieldLinker fieldLinker = new FieldLinker(types, problems);
        for (FieldElement field : element.fields()) {
            fieldLinker.link(field).ifPresent(f -> linker.linked.put(f.name(), f));
        }
        new Expressions(element, linker.fields, problems).linkComputed();
        return linker.concept();
    }

    private Concept concept() {
        Titles titles = Titles.of(element, problems);
        return new Concept(
                element.name().text(),
                element.module(),
                titles.one(),
                titles.many(),
                titles.path(),
                (element.module().isEmpty() ? "" : element.module() + "/")
                        + English.snake(element.name().text()),
                section.text("description").orElse(element.comment()),
                new KeyRules(element, fields, problems).key(),
                identifying("label"),
                identifying("subject"),
                section.scalar("partition").flatMap(new PartitionReader(fields, problems)::read),
                List.copyOf(linked.values()),
                rules(),
                unique(),
                new UploadReader(fields, problems).read(section),
                new AccessReader(problems).read(section),
                element.name().at());
    }

    /** The field that {@code label:} or {@code subject:} names. */
    private Optional<String> identifying(String key) {
        Optional<Written> name = section.scalar(key).map(Written::of);
        Optional<Field> field = name.flatMap(fields::find);
        if (field.isPresent() && !Kind.isIdentifying(field.get().type())) {
            problems.add(
                    name.orElseThrow().at(),
                    ProblemCode.BAD_LABEL,
                    "%s cannot be the %s: its type is %s"
                            .formatted(
                                    field.get().name(),
                                    key,
                                    Kind.name(field.get().type())),
                    "Use a text, email, number, date, enum or reference");
            return Optional.empty();
        }
        return field.map(Field::name);
    }

    private List<Concept.Rule> rules() {
        Expressions expressions = new Expressions(element, fields, problems);
        NameRules names = new NameRules(problems);
        List<Concept.Rule> rules = new ArrayList<>();
        List<MapNode.Entry> entries = section.entries("rules");
        for (MapNode.Entry entry : entries) {
            names.rule(Written.of(entry.key()));
            if (entry.value() instanceof ScalarNode condition && !condition.isNull()) {
                expressions
                        .rule(condition)
                        .map(e -> new Concept.Rule(
                                entry.key().text(),
                                e,
                                condition.text(),
                                entry.key().at()))
                        .ifPresent(rules::add);
            } else {
                problems.add(
                        entry.key().at(),
                        ProblemCode.WRONG_KIND,
                        "A rule is a condition, not %s".formatted(entry.value().kind()),
                        "Write name: condition, such as ends_after_start: end > start");
            }
        }
        names.collisions(entries.stream().map(e -> Written.of(e.key())).toList());
        return rules;
    }

    /** Sets of unique fields: from {@code unique:}, then from fields marked so. */
    private List<List<String>> unique() {
        List<List<String>> sets = new ArrayList<>();
        section.get("unique").ifPresent(node -> sets.addAll(uniqueSets(node)));
        linked.values().stream()
                .filter(Field::unique)
                .map(f -> List.of(f.name()))
                .filter(set -> !sets.contains(set))
                .forEach(sets::add);
        return List.copyOf(sets);
    }

    private List<List<String>> uniqueSets(Node node) {
        boolean several = node instanceof ListNode list && list.items().stream().anyMatch(i -> i instanceof ListNode);
        List<List<String>> sets = new ArrayList<>();
        for (Node set : several ? ((ListNode) node).items() : List.of(node)) {
            List<Field> found = fields.findAll(section.wordsOf(set, "a field"), ProblemCode.BAD_UNIQUE);
            found.stream().filter(f -> !Kind.isIdentifying(f.type())).forEach(f -> notUnique(set, f));
            List<String> names = found.stream().map(Field::name).toList();
            if (!names.isEmpty() && !sets.contains(names)) {
                sets.add(names);
            }
        }
        return sets;
    }

    private void notUnique(Node set, Field field) {
        problems.add(
                set.at(),
                ProblemCode.BAD_UNIQUE,
                "%s cannot be unique: its type is %s".formatted(Quote.of(field.name()), Kind.name(field.type())),
                "Use texts, numbers, dates, enums and references");
    }
}
