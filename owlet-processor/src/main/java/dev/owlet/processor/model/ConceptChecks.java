package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Rules that concepts meet beyond their single parts, in the order in which they are held. */
final class ConceptChecks {
    private static final List<BiConsumer<List<Concept>, Problems>> RULES = List.of(
            ConceptChecks::pathsDiffer,
            ConceptChecks::modulesAreNoPaths,
            ConceptChecks::earlierNamesAreFree,
            ConceptChecks::somethingIsEntered,
            ConceptChecks::constructorsFit,
            CatalogRules::check);

    private ConceptChecks() {}

    static void check(List<Concept> concepts, Problems problems) {
        RULES.forEach(rule -> rule.accept(concepts, problems));
    }

    private static void pathsDiffer(List<Concept> concepts, Problems problems) {
        Map<String, Concept> first = new HashMap<>();
        for (Concept concept : concepts) {
            Concept other = first.putIfAbsent(concept.path(), concept);
            if (other != null) {
                problems.add(
                        concept.at(),
                        ProblemCode.PATH_COLLISION,
                        "%s and %s have the same path /api/%s".formatted(other.name(), concept.name(), concept.path()),
                        "Give one of them another by plural: or path:");
            }
        }
    }

    /** {@code /api/billing/{key}} and {@code /api/billing/invoices} could not be told apart. */
    private static void modulesAreNoPaths(List<Concept> concepts, Problems problems) {
        Set<String> modules = new HashSet<>();
        concepts.forEach(c -> modules.add(c.module().replace('_', '-')));
        for (Concept concept : concepts) {
            if (modules.contains(concept.path())) {
                problems.add(
                        concept.at(),
                        ProblemCode.PATH_COLLISION,
                        "The path /api/%s is also the module %s".formatted(concept.path(), Quote.of(concept.path())),
                        "Give the concept another path: or rename the module");
            }
        }
    }

    private static void earlierNamesAreFree(List<Concept> concepts, Problems problems) {
        for (Concept concept : concepts) {
            Set<String> taken = new HashSet<>();
            concept.fields().forEach(f -> taken.add(NameRules.normal(f.name())));
            for (Field field : concept.fields()) {
                for (String was : field.was()) {
                    if (!taken.add(NameRules.normal(was))) {
                        problems.add(
                                field.at(),
                                ProblemCode.BAD_WAS,
                                "The earlier name %s is in use".formatted(Quote.of(was)),
                                "A name that was given away cannot also be read as the old one; remove was");
                    }
                }
            }
        }
    }

    /** A record without components could not be told from another. */
    private static void somethingIsEntered(List<Concept> concepts, Problems problems) {
        for (Concept concept : concepts) {
            if (!concept.fields().isEmpty() && concept.fields().stream().noneMatch(Field::isEntered)) {
                problems.add(
                        concept.at(),
                        ProblemCode.MISSING_KEY,
                        "Every field of %s is computed".formatted(concept.name()),
                        "Add a field that is entered");
            }
        }
    }

    private static void constructorsFit(List<Concept> concepts, Problems problems) {
        concepts.forEach(concept -> Limits.constructor(concept, problems));
    }
}
