package dev.owlet.processor.source;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the part of YAML 1.2.2 that the language uses: maps, lists and single values. What makes YAML surprising or
 * dangerous (anchors, aliases, tags, several documents, names twice, deep nesting) is refused with a reason. Works on
 * events, so that nothing is expanded and no depth overflows the stack.
 */
public final class YamlReader {
    private final SourceText source;
    private final Problems problems;

    private YamlReader(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The file's tree; empty when a problem was found. */
    public static Optional<Node> read(SourceText source, Problems problems) {
        source.check(problems);
        return problems.isEmpty() ? new YamlReader(source, problems).read() : Optional.empty();
    }

    private Optional<Node> read() {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(source.name())
                    .setUseMarks(true)
                    .setCodePointLimit(SourceText.MAX_LENGTH)
                    .build();
            Node root = build(new Parse(settings).parseString(source.text()).iterator());
            return problems.isEmpty() ? Optional.of(root) : Optional.empty();
        } catch (TreeBuilder.Stop e) {
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            syntax(e.getProblemMark().or(e::getContextMark), e.getProblem());
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The scanner lets some of these through, such as for an escape beyond Unicode.
            syntax(Optional.empty(), String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private Node build(Iterator<Event> events) {
        TreeBuilder builder = new TreeBuilder(source, problems);
        try {
            while (events.hasNext()) {
                builder.accept(events.next());
            }
        } catch (NoSuchElementException e) {
            syntax(Optional.empty(), "the file ends too early");
        }
        return builder.root();
    }

    private void syntax(Optional<Mark> mark, String message) {
        Position at =
                mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(Position.START);
        String line = source.line(at.line());
        problems.add(
                at,
                ProblemCode.SYNTAX,
                "This is not YAML: " + message.lines().findFirst().orElse(""),
                cure(line));
    }

    private static String cure(String line) {
        if (line.contains("\t")) {
            return "Indent with spaces; YAML allows no tabs there";
        }
        if (line.contains("{")) {
            return "Between { and } put quotes around values with , [ ] or { in them, such as \"decimal(6,1)\"";
        }
        return "Put quotes around values with \": \" or \" #\" in them, and check the indentation";
    }
}
