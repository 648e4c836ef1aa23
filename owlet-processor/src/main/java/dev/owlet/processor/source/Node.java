package dev.owlet.processor.source;

/** A part of a model file, as written: no meaning yet, but a place. Immutable. */
public sealed interface Node permits ScalarNode, ListNode, MapNode {
    /** Where it begins. */
    Position at();

    /** The comment that trails it on its last line, without the {@code #}; empty when there is none. */
    String comment();

    /** What it is, for messages: {@code a map}. */
    String kind();
}
