package dev.owlet.runtime.csv;

import java.util.Optional;

/**
 * Numbers with a comma or a point as decimal mark. Groups of three digits may stand apart by the other of the two, a
 * space or an apostrophe: with a comma, {@code 1.234,50} is 1234.50, and {@code 12.5} is refused rather than guessed at. A
 * currency sign before or behind the number is passed over.
 */
final class NumberFormat implements CellFormat {
    private final char decimalMark;

    private NumberFormat(char decimalMark) {
        this.decimalMark = decimalMark;
    }

    /**
     * The format for a decimal mark.
     *
     * @throws IllegalArgumentException when {@code mark} is none
     */
    static NumberFormat of(String mark) {
        if (!mark.equals(",") && !mark.equals(".")) {
            throw new IllegalArgumentException("a number's format is its decimal mark, , or ., not " + mark);
        }
        return new NumberFormat(mark.charAt(0));
    }

    @Override
    public Optional<String> read(String cell) {
        String number = withoutCurrency(cell.strip());
        int mark = number.indexOf(decimalMark);
        String whole = mark < 0 ? number : number.substring(0, mark);
        Optional<String> digits = ungrouped(whole);
        if (mark < 0) {
            return digits;
        }
        String fraction = number.substring(mark + 1);
        return isGroupingFree(fraction) ? digits.map(d -> d + '.' + fraction) : Optional.empty();
    }

    /** {@code -€ 5} and {@code € -5} are {@code -5}; one sign is passed over, not two. */
    private static String withoutCurrency(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (Character.getType(number.charAt(i)) == Character.CURRENCY_SYMBOL) {
                String before = number.substring(0, i).strip();
                String after = number.substring(i + 1).strip();
                boolean beside = after.isEmpty() || before.isEmpty() || before.equals("-") || before.equals("+");
                return beside ? before + after : number;
            }
        }
        return number;
    }

    /** The digits without what stands between groups; empty when the groups are not of three digits, or mixed. */
    private static Optional<String> ungrouped(String whole) {
        if (isGroupingFree(whole)) {
            return Optional.of(whole);
        }
        int sign = whole.startsWith("-") || whole.startsWith("+") ? 1 : 0;
        StringBuilder digits = new StringBuilder(whole.substring(0, sign));
        char separator = 0;
        int group = 0;
        for (int i = sign; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (!isGrouping(c)) {
                digits.append(c);
                group++;
            } else if (separator == 0 ? group >= 1 && group <= 3 : c == separator && group == 3) {
                separator = c;
                group = 0;
            } else {
                return Optional.empty();
            }
        }
        return group == 3 ? Optional.of(digits.toString()) : Optional.empty();
    }

    private static boolean isGroupingFree(String text) {
        return text.chars().noneMatch(NumberFormat::isGrouping);
    }

    private static boolean isGrouping(int c) {
        return switch (c) {
            case ',', '.', ' ', '\'', '\u2019', '\u00A0', '\u2009', '\u202F' -> true;
            default -> false;
        };
    }

    @Override
    public String write(String canonical) {
        return canonical.replace('.', decimalMark);
    }

    @Override
    public String expectation() {
        return "must be a number such as 1234" + decimalMark + "5";
    }
}
