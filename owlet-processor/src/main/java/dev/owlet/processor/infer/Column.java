package dev.owlet.processor.infer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the values of one column have in common.
 *
 * @param heading as in the file
 * @param field its name in the model
 * @param values the ones that are there
 * @param distinct of these, in the order of appearance
 * @param blank number of rows without a value
 */
record Column(Sheet.Heading heading, String field, List<String> values, Set<String> distinct, int blank) {
    private static final int FEW = 12;
    private static final int LONGEST_CODE = 40;
    private static final Pattern LEADING_ZERO = Pattern.compile("0\\d+");

    /** @param missing texts that stand for nothing */
    static Column of(Sheet.Heading heading, String field, List<String> cells, Set<String> missing) {
        List<String> values =
                cells.stream().filter(cell -> !missing.contains(cell)).toList();
        return new Column(heading, field, values, new LinkedHashSet<>(values), cells.size() - values.size());
    }

    boolean isUnique() {
        return blank == 0 && values.size() > 1 && distinct.size() == values.size();
    }

    /** In code points. */
    int shortest() {
        return distinct.stream().mapToInt(Column::length).min().orElse(0);
    }

    int longest() {
        return distinct.stream().mapToInt(Column::length).max().orElse(0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What was seen, in one line. */
    String evidence() {
        if (values.isEmpty()) {
            return "no values";
        }
        List<String> facts = new ArrayList<>();
        facts.add(isUnique() ? "all different" : distinct.size() + " different");
        facts.add(blank == 0 ? "never blank" : blank + " blank");
        facts.add(lengths());
        if (hasLeadingZeros()) {
            facts.add("leading zeros, so text");
        }
        boolean few = distinct.size() <= FEW && values.size() >= 3 * distinct.size() && longest() <= LONGEST_CODE;
        facts.add((few ? "perhaps an enum of " : "such as ") + examples(few ? FEW : 2));
        return String.join(", ", facts);
    }

    private String lengths() {
        String range = shortest() == longest() ? "" : shortest() + " to ";
        return range + longest() + (longest() == 1 ? " character" : " characters");
    }

    private boolean hasLeadingZeros() {
        return distinct.stream().anyMatch(value -> LEADING_ZERO.matcher(value).matches());
    }

    private String examples(int count) {
        return distinct.stream().limit(count).map(Yaml::excerpt).collect(Collectors.joining(", "));
    }
}
