package dev.owlet.processor.model;

import dev.owlet.processor.source.MapNode;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what a model declares: enums, shapes and concepts, those of modules too. */
final class DeclarationReader {
    private final Problems problems;
    private final NameRules names;
    private final FieldReader fields;
    private final Declarations declarations = new Declarations();
    private final Map<String, Written> taken = new HashMap<>();

    DeclarationReader(Problems problems) {
        this.problems = problems;
        this.names = new NameRules(problems);
        this.fields = new FieldReader(problems);
    }

    /** @param projectClass the name of the generated class that starts the project */
    Declarations read(Section root, String projectClass, Written project) {
        taken.put(
                projectClass.toLowerCase(Locale.ROOT),
                new Written("project: " + project.text(), project.quoted(), project.at()));
        for (MapNode.Entry entry : root.entries("enums")) {
            if (declare(entry, "an enum", List.of(""))) {
                declarations.enums.put(entry.key().text(), new EnumReader(problems).read(entry));
            }
        }
        for (MapNode.Entry entry : root.entries("shapes")) {
            if (declare(entry, "a shape", List.of(""))) {
                declarations.shapes.put(entry.key().text(), shape(entry));
            }
        }
        concepts(root.entries("concepts"), "");
        for (MapNode.Entry entry : root.entries("modules")) {
            module(entry);
        }
        return declarations;
    }

    private void module(MapNode.Entry entry) {
        names.module(Written.of(entry.key()));
        Section section = Section.of(entry.value(), "a module", List.of("concepts"), problems);
        if (section.entries("concepts").isEmpty() && section.isMapOrMissing("concepts")) {
            problems.add(
                    entry.key().at(), ProblemCode.MISSING_KEY, "The module has no concepts", "Add concepts below it");
        }
        concepts(section.entries("concepts"), entry.key().text());
    }

    private void concepts(List<MapNode.Entry> entries, String module) {
        for (MapNode.Entry entry : entries) {
            if (declare(entry, "a concept", List.of("", "Table", "Handler"))) {
                declarations.concepts.put(entry.key().text(), concept(entry, module));
            }
        }
    }

    private ShapeElement shape(MapNode.Entry entry) {
        MapNode map = Section.mapOf(entry.value(), "a shape", problems);
        if (map.entries().isEmpty()) {
            noFields(entry, "The shape");
        }
        return new ShapeElement(Written.of(entry.key()), entry.comment(), fields.read(map.entries()));
    }

    private void noFields(MapNode.Entry entry, String what) {
        problems.add(entry.key().at(), ProblemCode.MISSING_KEY, what + " has no fields", "Add at least one field");
    }

    private ConceptElement concept(MapNode.Entry entry, String module) {
        Section section = Section.of(entry.value(), "a concept", ConceptElement.KEYS, problems);
        List<MapNode.Entry> entries = section.entries("fields");
        if (entries.isEmpty() && entry.value() instanceof MapNode && section.isMapOrMissing("fields")) {
            noFields(entry, "The concept");
        }
        List<FieldElement> read = fields.read(entries);
        return new ConceptElement(Written.of(entry.key()), module, entry.comment(), section, read);
    }

    /** Takes the names of the classes that will be generated; false when the name itself cannot be used. */
    private boolean declare(MapNode.Entry entry, String what, List<String> suffixes) {
        Written name = Written.of(entry.key());
        boolean good = names.type(name, what);
        for (String suffix : suffixes) {
            Written other = taken.putIfAbsent((name.text() + suffix).toLowerCase(Locale.ROOT), name);
            if (other != null) {
                collision(name, suffix, other);
                return good && !isDeclared(name.text());
            }
        }
        return good;
    }

    private boolean isDeclared(String name) {
        return declarations.enums.containsKey(name)
                || declarations.shapes.containsKey(name)
                || declarations.concepts.containsKey(name);
    }

    private void collision(Written name, String suffix, Written other) {
        String made = suffix.isEmpty() ? "" : ", of which the class %s%s is made,".formatted(name.text(), suffix);
        problems.add(
                name.at(),
                ProblemCode.NAME_COLLISION,
                "%s%s collides with %s".formatted(Quote.of(name.text()), made, Quote.of(other.text())),
                "Rename one of them; the other is in line %s, and case does not count"
                        .formatted(other.at().line()));
    }
}
