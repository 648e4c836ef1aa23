package dev.owlet.processor.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree of one document from the parser's events, with a stack of its own. */
final class TreeBuilder {
    /** The deepest model needs 9: modules, module, concepts, concept, fields, field, list, value. */
    static final int MAX_DEPTH = 32;

    private final SourceText source;
    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<String> aliases = new HashSet<>();
    private @Nullable Node root;
    private int documents;

    TreeBuilder(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Ends the reading after a problem that makes the rest worthless. */
    @SuppressWarnings("serial") // never leaves the reader
    static final class Stop extends RuntimeException {
        Stop() {
            super(null, null, false, false);
        }
    }

    /** A map or list whose end has not come yet. */
    private static final class Open {
        final boolean map;
        final Position at;
        final List<Node> items = new ArrayList<>();
        final Map<String, Position> keys = new HashMap<>();

        Open(boolean map, Position at) {
            this.map = map;
            this.at = at;
        }
    }

    /** The document's node; nothing at all reads as an empty value. */
    Node root() {
        return root != null ? root : new ScalarNode("", true, false, Position.START, "");
    }

    void accept(Event event) {
        if (event instanceof DocumentStartEvent) {
            startDocument(event);
        } else if (event instanceof AliasEvent alias) {
            alias(alias);
        } else if (event instanceof ScalarEvent scalar) {
            scalar(scalar);
        } else if (event instanceof CollectionStartEvent start) {
            start(start);
        } else if (event instanceof CollectionEndEvent) {
            end(event);
        }
    }

    private void startDocument(Event event) {
        if (++documents > 1) {
            problems.add(
                    begin(event),
                    ProblemCode.SEVERAL_DOCUMENTS,
                    "A second document begins here",
                    "Keep one model in the file; remove the line ---");
            throw new Stop();
        }
    }

    /** Each is reported once, not as often as it is used. */
    private void alias(AliasEvent event) {
        if (aliases.add(event.getAlias().getValue())) {
            problems.add(
                    begin(event),
                    ProblemCode.ALIAS,
                    "The alias *%s repeats another part of the file".formatted(event.getAlias()),
                    "Write the values out; for values used together declare a shape");
        }
        add(new ScalarNode("", true, false, begin(event), ""));
    }

    private void scalar(ScalarEvent event) {
        refuseAnchorAndTag(event, event.getTag());
        Position at = begin(event);
        String value = event.getValue();
        value.codePoints().filter(c -> !SourceText.isText(c)).findFirst().ifPresent(c -> controlCharacter(at, c));
        Position end = end(event.getEndMark(), at);
        add(new ScalarNode(
                value,
                event.isPlain(),
                isVerbatim(event, at),
                at,
                TrailingComment.behind(source.line(end.line()), end)));
    }

    private void controlCharacter(Position at, int character) {
        problems.add(
                at,
                ProblemCode.CONTROL_CHARACTER,
                "The text holds U+%04X, which no text file should hold".formatted(character),
                "Remove the escape");
    }

    private boolean isVerbatim(ScalarEvent event, Position at) {
        if (event.isLiteral() || event.isFolded()) {
            return false;
        }
        String line = source.line(at.line());
        int start = line.offsetByCodePoints(0, Math.min(at.column() - 1, line.codePointCount(0, line.length())));
        return line.startsWith(event.getValue(), event.isPlain() ? start : start + 1);
    }

    private void start(CollectionStartEvent event) {
        refuseAnchorAndTag(event, event.getTag());
        if (open.size() >= MAX_DEPTH) {
            problems.add(
                    begin(event),
                    ProblemCode.TOO_DEEP,
                    "Maps and lists lie more than %s deep in each other".formatted(MAX_DEPTH),
                    "Remove the brackets or indentation that are too many");
            throw new Stop();
        }
        open.push(new Open(event instanceof MappingStartEvent, begin(event)));
    }

    private void end(Event event) {
        Open done = open.pop();
        Position end = end(event.getEndMark(), done.at);
        // A block map has no closing bracket: its end mark is where the next part begins.
        boolean flow = end.column() > 1 && "]}".indexOf(lastCharacter(end)) >= 0;
        String comment = flow ? TrailingComment.behind(source.line(end.line()), end) : "";
        add(done.map ? new MapNode(entries(done.items), done.at, comment) : new ListNode(done.items, done.at, comment));
    }

    private char lastCharacter(Position end) {
        String line = source.line(end.line());
        int index = line.offsetByCodePoints(0, Math.min(end.column() - 1, line.codePointCount(0, line.length())));
        return index == 0 ? ' ' : line.charAt(index - 1);
    }

    private static List<MapNode.Entry> entries(List<Node> items) {
        List<MapNode.Entry> entries = new ArrayList<>();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            if (items.get(i) instanceof ScalarNode key) {
                entries.add(new MapNode.Entry(key, items.get(i + 1)));
            }
        }
        return entries;
    }

    private void add(Node node) {
        Open parent = open.peek();
        if (parent == null) {
            root = node;
            return;
        }
        if (parent.map && parent.items.size() % 2 == 0) {
            checkKey(parent, node);
        }
        parent.items.add(node);
    }

    private void checkKey(Open parent, Node node) {
        if (!(node instanceof ScalarNode key)) {
            problems.add(
                    node.at(), ProblemCode.SYNTAX, "A name must be a single value, not " + node.kind(), "Write a name");
            return;
        }
        Position first = parent.keys.putIfAbsent(key.text(), key.at());
        if (first != null) {
            problems.add(
                    key.at(),
                    ProblemCode.DUPLICATE_KEY,
                    "%s stands here twice".formatted(Quote.of(key.text())),
                    "Remove one of the two; the first is in line %s".formatted(first.line()));
        }
    }

    private void refuseAnchorAndTag(NodeEvent event, Optional<String> tag) {
        if (event.getAnchor().isPresent()) {
            problems.add(
                    begin(event),
                    ProblemCode.ANCHOR,
                    "The anchor &%s has no use".formatted(event.getAnchor().get()),
                    "Remove it; for values used together declare a shape");
        }
        if (tag.isPresent()) {
            problems.add(
                    begin(event),
                    ProblemCode.TAG,
                    "The tag %s has no use".formatted(tag.get().replace("tag:yaml.org,2002:", "!!")),
                    "Remove it; the language knows the type of every value");
        }
    }

    private static Position begin(Event event) {
        return end(event.getStartMark(), Position.START);
    }

    private static Position end(Optional<Mark> mark, Position otherwise) {
        return mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(otherwise);
    }
}
