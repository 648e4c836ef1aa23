package dev.owlet.processor.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers as people read them, the same on every machine. */
public final class Figures {
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?=(?:\\d{3})+$)");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Figures() {}

    /** Every digit: {@code 6,200}, {@code 0.0002}. */
    public static String plain(BigDecimal value) {
        String digits = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        return THOUSANDS.matcher(whole).replaceAll(",") + (point < 0 ? "" : digits.substring(point));
    }

    /** Dollars and cents, rounded up: {@code 0.00} is nothing, and anything is at least a cent. */
    public static String usd(BigDecimal amount) {
        BigDecimal cents = amount.signum() == 0 ? BigDecimal.ZERO : amount.max(CENT);
        BigDecimal rounded = cents.setScale(2, RoundingMode.CEILING);
        String plain = plain(rounded.setScale(0, RoundingMode.FLOOR));
        return plain + rounded.toPlainString().substring(rounded.toPlainString().indexOf('.'));
    }
}
