package dev.owlet.processor.source;

import java.util.List;

/** Values in order. */
public record ListNode(List<Node> items, Position at, String comment) implements Node {
    public ListNode {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
