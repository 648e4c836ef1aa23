package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.ScalarNode;
import dev.owlet.processor.source.Suggestion;
import java.util.List;
import java.util.Optional;

/** Reads the short form of a field: {@code decimal(6,1)? 20..4000 unit g}. */
final class Shorthand {
    private static final List<String> WORDS = List.of("min", "max", "unique", "search", "pii", "was", "unit", "e.g.");

    private final Scanner scanner;
    private final Parts parts;
    private final Problems problems;

    private Shorthand(Scanner scanner, Parts parts, Problems problems) {
        this.scanner = scanner;
        this.parts = parts;
        this.problems = problems;
    }

    /** Reads the type and puts everything else into {@code parts}. */
    static Optional<TypeElement> read(ScalarNode node, Parts parts, Problems problems) {
        Scanner scanner = new Scanner(node);
        scanner.skipSpace();
        Optional<TypeElement> type = new TypeParser(problems).parse(scanner.rest(), scanner.position());
        scanner.skip(TypeParser.length(scanner.rest()));
        new Shorthand(scanner, parts, problems).readParts();
        return type;
    }

    /** Reads bounds alone: {@code 20..4000}, {@code >= 5}. */
    static void readRange(ScalarNode node, Parts parts, Problems problems) {
        new Shorthand(new Scanner(node), parts, problems).readParts();
    }

    private void readParts() {
        while (scanner.skipSpace()) {
            readPart();
        }
    }

    private void readPart() {
        if (scanner.take(":=")) {
            scanner.skipSpace();
            parts.put(Part.COMPUTED, scanner.takeRest());
        } else if (scanner.take(">=")) {
            value(Part.LOWER, ">=");
        } else if (scanner.take("<=")) {
            value(Part.UPPER, "<=");
        } else if (scanner.take(">")) {
            value(Part.ABOVE, ">");
        } else if (scanner.take("<")) {
            value(Part.BELOW, "<");
        } else if (scanner.take("=")) {
            value(Part.DEFAULT, "=");
        } else if (scanner.startsWith("/")) {
            pattern();
        } else {
            word(scanner.takeValue());
        }
    }

    private void word(Written word) {
        switch (word.quoted() ? "" : word.text()) {
            case "min" -> value(Part.MIN, "min");
            case "max" -> value(Part.MAX, "max");
            case "unit" -> value(Part.UNIT, "unit");
            case "e.g." -> value(Part.EXAMPLE, "e.g.");
            case "was" -> next("was").ifPresent(parts::addWas);
            case "unique" -> parts.put(Part.UNIQUE, word);
            case "search" -> parts.put(Part.SEARCH, word);
            case "pii" -> parts.put(Part.PII, word);
            default -> range(word);
        }
    }

    private void range(Written word) {
        int dots = word.quoted() ? -1 : word.text().indexOf("..");
        if (dots < 0 || word.text().equals("..")) {
            unknown(word);
            return;
        }
        bound(Part.LOWER, word, 0, dots);
        bound(Part.UPPER, word, dots + 2, word.text().length());
    }

    private void bound(Part part, Written word, int from, int to) {
        if (from < to) {
            parts.put(part, new Written(word.text().substring(from, to), false, scanner.positionBefore(word, from)));
        }
    }

    private void unknown(Written word) {
        problems.add(
                word.at(),
                ProblemCode.UNKNOWN_MODIFIER,
                "%s means nothing here".formatted(Quote.of(word.text())),
                Suggestion.cure(
                        word.text(), WORDS, "Put quotes around a value of several words; a comment begins with #"));
    }

    private void pattern() {
        Written pattern = scanner.takePattern();
        if (pattern.text().isEmpty()) {
            problems.add(pattern.at(), ProblemCode.BAD_PATTERN, "The pattern has no end", "Write it between two /");
        } else {
            parts.put(Part.PATTERN, pattern);
        }
    }

    private void value(Part part, String word) {
        next(word).ifPresent(value -> parts.put(part, value));
    }

    private Optional<Written> next(String word) {
        if (scanner.skipSpace()) {
            return Optional.of(scanner.takeValue());
        }
        problems.add(
                scanner.position(), ProblemCode.WRONG_VALUE, "Behind %s a value is missing".formatted(word), "Add it");
        return Optional.empty();
    }
}
