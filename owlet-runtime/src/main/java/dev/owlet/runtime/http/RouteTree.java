package dev.owlet.runtime.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Templates by segment. A literal wins over a variable, segment by segment from the left. */
final class RouteTree {
    /** What a path leads to: its methods, and the raw segments that stand for variables. */
    record Match(Map<String, Route> methods, List<String> raw) {}

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node variable;
        private final Map<String, Route> methods = new TreeMap<>();
    }

    private final Node root = new Node();

    /** @throws IllegalStateException when the method and an equal template are there already */
    void add(String method, String template, boolean open, Handler handler) {
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("the route " + template + " must start with /");
        }
        List<String> variables = new ArrayList<>();
        Node node = root;
        for (String segment : segments(template)) {
            node = step(node, segment, template, variables);
        }
        Route route = new Route(method, template, open, List.copyOf(variables), handler);
        Route other = node.methods.putIfAbsent(method, route);
        if (other != null) {
            throw new IllegalStateException("The route " + method + " " + template + " is there twice"
                    + (other.template().equals(template) ? "" : ", the other time as " + other.template())
                    + ". Rename one of them.");
        }
    }

    private static Node step(Node node, String segment, String template, List<String> variables) {
        if (segment.startsWith("{") && segment.endsWith("}")) {
            String name = segment.substring(1, segment.length() - 1);
            if (name.isEmpty() || variables.contains(name)) {
                throw new IllegalArgumentException(
                        "the variables of " + template + " must have names, each another one");
            }
            variables.add(name);
            node.variable = node.variable == null ? new Node() : node.variable;
            return node.variable;
        }
        return node.literals.computeIfAbsent(segment, s -> new Node());
    }

    @Nullable
    Match find(String path) {
        if (!path.startsWith("/")) {
            return null;
        }
        List<String> raw = new ArrayList<>();
        Node node = find(root, segments(path), 0, raw);
        return node == null ? null : new Match(node.methods, raw);
    }

    /** Depth is bounded by the templates, not by the path. */
    private static @Nullable Node find(Node node, List<String> segments, int at, List<String> raw) {
        if (at == segments.size()) {
            return node.methods.isEmpty() ? null : node;
        }
        String segment = segments.get(at);
        Node literal = node.literals.get(segment);
        Node found = literal == null ? null : find(literal, segments, at + 1, raw);
        if (found != null || node.variable == null || segment.isEmpty()) {
            return found;
        }
        raw.add(segment);
        found = find(node.variable, segments, at + 1, raw);
        if (found == null) {
            raw.remove(raw.size() - 1);
        }
        return found;
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.substring(1).split("/", -1));
    }
}
