package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.ScalarNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people call a concept, and its path.
 *
 * @param path with its module before it
 */
record Titles(String one, String many, String path) {
    private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MAX_PATH = 80;

    /** What the API itself answers below {@code /api/}. */
    private static final Set<String> TAKEN = Set.of("health", "hello");

    static Titles of(ConceptElement element, Problems problems) {
        Section section = element.section();
        String one = section.text("title")
                .orElseGet(() -> English.title(element.name().text()));
        Optional<ScalarNode> plural = section.scalar("plural");
        String many = plural.map(ScalarNode::text).orElseGet(() -> English.plural(one));
        Optional<ScalarNode> path = section.scalar("path");
        String last = path.map(ScalarNode::text)
                .orElseGet(() -> English.kebab(
                        plural.isPresent()
                                ? many
                                : English.plural(English.title(element.name().text()))));
        Position at =
                path.or(() -> plural).map(ScalarNode::at).orElse(element.name().at());
        check(last, at, problems);
        String module = element.module().replace('_', '-');
        return new Titles(one, many, module.isEmpty() ? last : module + "/" + last);
    }

    private static void check(String path, Position at, Problems problems) {
        if (path.length() > MAX_PATH || !PATH.matcher(path).matches()) {
            problems.add(
                    at,
                    ProblemCode.NAME_FORM,
                    "%s is no path".formatted(Quote.of(path)),
                    "Use small letters, digits and single hyphens; path: gives one that differs from the plural");
        } else if (TAKEN.contains(path)) {
            problems.add(
                    at,
                    ProblemCode.PATH_COLLISION,
                    "The path /api/%s is taken by the API itself".formatted(path),
                    "Choose another one by path:");
        }
    }
}
