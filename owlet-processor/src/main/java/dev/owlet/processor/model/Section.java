package dev.owlet.processor.model;

import dev.owlet.processor.source.ListNode;
import dev.owlet.processor.source.MapNode;
import dev.owlet.processor.source.Node;
import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.ScalarNode;
import dev.owlet.processor.source.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A map whose names the language knows; reports those it does not, and values of a wrong kind. */
final class Section {
    private final MapNode map;
    private final Problems problems;

    private Section(MapNode map, Problems problems) {
        this.map = map;
        this.problems = problems;
    }

    /**
     * Takes {@code node} as a map with {@code keys}.
     *
     * @param what for messages: {@code a concept}
     */
    static Section of(Node node, String what, Collection<String> keys, Problems problems) {
        MapNode map = mapOf(node, what, problems);
        for (MapNode.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (!keys.contains(key)) {
                problems.add(
                        entry.key().at(),
                        ProblemCode.UNKNOWN_KEY,
                        "%s has no part %s".formatted(capitalised(what), Quote.of(key)),
                        Suggestion.cure(key, keys, "It may have: " + String.join(", ", keys)));
            }
        }
        return new Section(map, problems);
    }

    /** The node as a map; a problem and an empty map when it is none. Nothing written is an empty map too. */
    static MapNode mapOf(Node node, String what, Problems problems) {
        if (node instanceof MapNode map) {
            return map;
        }
        if (!(node instanceof ScalarNode scalar && scalar.isNull())) {
            problems.add(
                    node.at(),
                    ProblemCode.WRONG_KIND,
                    "%s is a map, not %s".formatted(capitalised(what), node.kind()),
                    "Write names with their values behind colons, indented below");
        }
        return new MapNode(List.of(), node.at(), "");
    }

    private static String capitalised(String what) {
        return Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }

    /** Whether anything stands here that could be read. */
    boolean isGiven() {
        return !map.entries().isEmpty();
    }

    Position at() {
        return map.at();
    }

    /** Whether {@code key} is missing, or a map as it should be; otherwise its wrong kind is reported already. */
    boolean isMapOrMissing(String key) {
        return get(key).map(node -> node instanceof MapNode).orElse(true);
    }

    /** The value of {@code key}; a key without a value counts as not given. */
    Optional<Node> get(String key) {
        return map.get(key).filter(node -> !(node instanceof ScalarNode scalar && scalar.isNull()));
    }

    /** Where {@code key} stands; the section's place when it is not given. */
    Position keyAt(String key) {
        return map.entries().stream()
                .filter(e -> e.key().text().equals(key))
                .map(e -> e.key().at())
                .findFirst()
                .orElse(map.at());
    }

    Optional<ScalarNode> scalar(String key) {
        return get(key).flatMap(node -> scalarOf(node, Quote.of(key)));
    }

    Optional<String> text(String key) {
        return scalar(key).map(ScalarNode::text);
    }

    /** The entries below {@code key}, in file order; none when it is not given. */
    List<MapNode.Entry> entries(String key) {
        return get(key).map(node -> mapOf(node, Quote.of(key), problems).entries())
                .orElse(List.of());
    }

    /** One value or a list of values. */
    List<Written> words(String key) {
        return get(key).map(node -> wordsOf(node, Quote.of(key))).orElse(List.of());
    }

    List<Written> wordsOf(Node node, String what) {
        List<Written> words = new ArrayList<>();
        for (Node item : node instanceof ListNode list ? list.items() : List.of(node)) {
            scalarOf(item, what).ifPresent(scalar -> words.add(Written.of(scalar)));
        }
        return words;
    }

    private Optional<ScalarNode> scalarOf(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar);
        }
        problems.add(
                node.at(),
                ProblemCode.WRONG_KIND,
                "%s is a single value, not %s".formatted(capitalised(what), node.kind()),
                "Write one value");
        return Optional.empty();
    }
}
