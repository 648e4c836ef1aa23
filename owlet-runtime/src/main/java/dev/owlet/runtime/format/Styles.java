package dev.owlet.runtime.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which styles of cells show a number as a date or a time (ECMA-376 part 1, section 18.8.30). */
final class Styles {
    static final String PART = "xl/styles.xml";
    static final Styles NONE = new Styles(List.of());

    private static final int MAX_STYLES = 1 << 16;

    /** Texts in quotes, escaped characters, colours and conditions; but {@code [h]} counts hours. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[(?![hHmMsS]+\\])[^\\]]*\\]");

    private final List<Boolean> dates;

    private Styles(List<Boolean> dates) {
        this.dates = dates;
    }

    static Styles read(XmlPart xml) throws IOException {
        Map<String, String> codes = new HashMap<>();
        List<Boolean> dates = new ArrayList<>();
        boolean inCells = false;
        for (String name = xml.nextElement(); name != null && dates.size() < MAX_STYLES; name = xml.nextElement()) {
            switch (name) {
                case "numFmt" ->
                    codes.put(String.valueOf(xml.attribute("numFmtId")), String.valueOf(xml.attribute("formatCode")));
                case "cellXfs" -> inCells = true;
                case "cellStyles", "dxfs" -> inCells = false;
                case "xf" -> {
                    if (inCells) {
                        String format = String.valueOf(xml.attribute("numFmtId"));
                        dates.add(isDate(format, codes.get(format)));
                    }
                }
                default -> {}
            }
        }
        return new Styles(dates);
    }

    /** Whether a cell of this style shows a date or a time. */
    boolean isDate(@Nullable String style) {
        if (style == null || style.length() > 5) {
            return false;
        }
        try {
            int index = Integer.parseInt(style);
            return index >= 0 && index < dates.size() && dates.get(index);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(String format, @Nullable String code) {
        if (code != null) {
            return isDateCode(code);
        }
        return switch (format) {
            case "14", "15", "16", "17", "18", "19", "20", "21", "22", "45", "46", "47" -> true;
            case "27", "28", "29", "30", "31", "32", "33", "34", "35", "36" -> true; // East Asian dates
            case "50", "51", "52", "53", "54", "55", "56", "57", "58" -> true;
            default -> false;
        };
    }

    static boolean isDateCode(String code) {
        if (code.length() > 255) {
            return false; // more than Excel allows
        }
        String bare = LITERAL.matcher(code).replaceAll("");
        boolean general = bare.toLowerCase(Locale.ROOT).contains("general");
        return !general && bare.chars().anyMatch(c -> "yYmMdDhHsS".indexOf(c) >= 0);
    }
}
