package dev.owlet.processor.model;

import dev.owlet.processor.source.Node;
import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the meaning of a model file from its tree, and reports everything that is wrong with it. */
public final class ModelReader {
    private static final List<String> KEYS = List.of(
            "owlet",
            "project",
            "title",
            "description",
            "budget",
            "usage",
            "signup",
            "locale",
            "enums",
            "shapes",
            "concepts",
            "modules");

    private static final String VERSION = "1";

    private final Section root;
    private final Problems problems;

    private ModelReader(Section root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** The model; empty when a problem was found, now or before. */
    public static Optional<Model> read(Node node, Problems problems) {
        Section root = Section.of(node, "a model", KEYS, problems);
        if (!root.isGiven()) {
            if (problems.isEmpty()) {
                problems.add(
                        node.at(),
                        ProblemCode.MISSING_KEY,
                        "The file holds no model",
                        "Begin with owlet: 1 and project:");
            }
            return Optional.empty();
        }
        Optional<Model> model = new ModelReader(root, problems).read();
        return problems.isEmpty() ? model : Optional.empty();
    }

    private Optional<Model> read() {
        checkVersion();
        Written project = project();
        Declarations declarations = new DeclarationReader(problems).read(root, className(project.text()), project);
        if (!Limits.check(declarations, problems)) {
            return Optional.empty();
        }
        TypeLinker types = new TypeLinker(declarations, problems);
        List<Shape> shapes = types.shapes();
        List<Concept> concepts = new ArrayList<>();
        for (ConceptElement element : declarations.concepts.values()) {
            concepts.add(ConceptLinker.link(element, types, problems));
        }
        requireWhole(declarations, concepts);
        if (concepts.isEmpty() && root.isMapOrMissing("concepts") && root.isMapOrMissing("modules")) {
            problems.add(
                    project.at(),
                    ProblemCode.MISSING_KEY,
                    "The model has no concepts",
                    "Add at least one below concepts");
        }
        ConceptChecks.check(concepts, problems);
        EstimateReader estimate = new EstimateReader(root, problems);
        return Optional.of(new Model(
                project.text(),
                root.text("title").orElseGet(() -> English.title(project.text())),
                root.text("description").orElse(""),
                estimate.budget(),
                estimate.usage(),
                signup(),
                LocaleReader.read(root, problems),
                List.copyOf(declarations.enums.values()),
                shapes,
                concepts));
    }

    /** A field may be lost before its problem is found: that of a reference lies in the concept it leads to. */
    private void requireWhole(Declarations declarations, List<Concept> concepts) {
        for (Concept concept : concepts) {
            int declared = declarations.concepts.get(concept.name()).fields().size();
            if (concept.fields().size() < declared && problems.isEmpty()) {
                throw new IllegalStateException("a field of " + concept.name() + " was lost without a problem");
            }
        }
    }

    private Model.Signup signup() {
        Optional<ScalarNode> node = root.scalar("signup");
        if (node.isEmpty()) {
            return Model.Signup.INVITE;
        }
        return switch (node.get().text()) {
            case "open" -> Model.Signup.OPEN;
            case "invite" -> Model.Signup.INVITE;
            default -> {
                problems.add(
                        node.get().at(),
                        ProblemCode.WRONG_VALUE,
                        "%s says nothing about who may make an account"
                                .formatted(Quote.of(node.get().text())),
                        "Write open for anybody, or invite for whom an admin invites");
                yield Model.Signup.INVITE;
            }
        };
    }

    private void checkVersion() {
        Optional<ScalarNode> version = root.scalar("owlet");
        if (version.isEmpty()) {
            problems.add(
                    Position.START,
                    ProblemCode.LANGUAGE_VERSION,
                    "The model does not say for which version of the language it is written",
                    "Begin the file with owlet: 1");
        } else if (!version.get().text().equals(VERSION)) {
            problems.add(
                    version.get().at(),
                    ProblemCode.LANGUAGE_VERSION,
                    "There is no version %s of the language"
                            .formatted(Quote.of(version.get().text())),
                    "Write owlet: 1");
        }
    }

    private Written project() {
        Optional<ScalarNode> project = root.scalar("project");
        if (project.isEmpty()) {
            problems.add(
                    root.at(),
                    ProblemCode.MISSING_KEY,
                    "The model has no project",
                    "Add project: and a name like owl-watch");
            return new Written("", false, root.at());
        }
        Written name = Written.of(project.get());
        new NameRules(problems).project(name);
        return name;
    }

    /** As {@link Model#className}, of a name that may be unsound. */
    private static String className(String project) {
        return English.title(project).replace(" ", "");
    }
}
