package dev.owlet.processor.source;

import java.util.List;
import java.util.stream.Collectors;

/** Prints problems for people: in the form that Maven and development environments make clickable. */
public final class ProblemPrinter {
    private static final int MAX_EXCERPT = 160;

    private final SourceText source;

    public ProblemPrinter(SourceText source) {
        this.source = source;
    }

    /** {@code data_model.yml:[12,7] OW012 message. Cure.} on one line, as compilers report. */
    public static String line(String sourceName, Problem problem) {
        String cure = problem.cure().isEmpty() ? "" : ". " + problem.cure();
        return head(sourceName, problem) + cure;
    }

    /** Place, code and message; then the line of the file, a caret below the place, and the cure. */
    public String print(Problem problem) {
        StringBuilder out = new StringBuilder(head(source.name(), problem)).append('\n');
        String line = source.line(problem.at().line());
        if (!line.isBlank()) {
            excerpt(out, line, problem.at().column());
        }
        if (!problem.cure().isEmpty()) {
            out.append("    ").append(problem.cure()).append('\n');
        }
        return out.toString();
    }

    /** All of them, a blank line between. */
    public String print(List<Problem> problems) {
        return problems.stream().map(this::print).collect(Collectors.joining("\n"));
    }

    private static String head(String sourceName, Problem problem) {
        return "%s:[%s,%s] %s %s"
                .formatted(
                        sourceName,
                        problem.at().line(),
                        problem.at().column(),
                        problem.code().code(),
                        problem.message());
    }

    /** Long lines are cut around the place; a tab or control character becomes a space, so that the caret fits. */
    private static void excerpt(StringBuilder out, String line, int column) {
        int[] shown = line.codePoints()
                .map(c -> SourceText.isText(c) && c != '\t' ? c : ' ')
                .toArray();
        int from = Math.max(0, Math.min(column - 1, shown.length) - MAX_EXCERPT / 2);
        int to = Math.min(shown.length, from + MAX_EXCERPT);
        out.append("  | ")
                .append(new String(shown, from, to - from).stripTrailing())
                .append('\n');
        out.append("  | ")
                .append(" ".repeat(Math.min(column - 1, shown.length) - from))
                .append("^\n");
    }
}
