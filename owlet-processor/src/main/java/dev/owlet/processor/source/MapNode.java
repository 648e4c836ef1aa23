package dev.owlet.processor.source;

import java.util.List;
import java.util.Optional;

/** Names and their values, in file order; no name twice. */
public record MapNode(List<Entry> entries, Position at, String comment) implements Node {
    public MapNode {
        entries = List.copyOf(entries);
    }

    /** One name and its value. */
    public record Entry(ScalarNode key, Node value) {
        /** The comment behind the name's colon or, without one, behind the value. */
        public String comment() {
            return key.comment().isEmpty() ? value.comment() : key.comment();
        }
    }

    /** The value of {@code key}, when it is given. */
    public Optional<Node> get(String key) {
        return entries.stream()
                .filter(e -> e.key().text().equals(key))
                .map(Entry::value)
                .findFirst();
    }

    @Override
    public String kind() {
        return "a map";
    }
}
