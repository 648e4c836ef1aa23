package dev.owlet.processor.emit.java;

import java.util.ArrayList;
import java.util.List;

/** Breaks code that is too long for a line at the arguments of its outermost call, and those again where it must. */
final class Lines {
    private static final String CONTINUED = "        ";

    private Lines() {}

    /** @param width columns there are for the first and every other line */
    static List<String> of(String code, int width) {
        int open = code.length() <= width ? -1 : indexOutside(code, '(', 0);
        int close = open < 0 ? -1 : closing(code, open);
        if (close <= open + 1) {
            return List.of(code);
        }
        List<String> lines = new ArrayList<>(List.of(code.substring(0, open + 1)));
        List<String> arguments = arguments(code.substring(open + 1, close));
        for (int i = 0; i < arguments.size(); i++) {
            boolean last = i == arguments.size() - 1;
            String argument = arguments.get(i) + (last ? code.substring(close) : ",");
            of(argument, width - CONTINUED.length()).forEach(l -> lines.add(CONTINUED + l));
        }
        return lines;
    }

    private static List<String> arguments(String code) {
        List<String> arguments = new ArrayList<>();
        int start = 0;
        for (int comma = indexOutside(code, ',', 0); comma >= 0; comma = indexOutside(code, ',', start)) {
            arguments.add(code.substring(start, comma).strip());
            start = comma + 1;
        }
        arguments.add(code.substring(start).strip());
        return arguments;
    }

    private static int closing(String code, int open) {
        int inside = indexOutside(code.substring(open + 1), ')', 0);
        return inside < 0 ? -1 : open + 1 + inside;
    }

    /** The first {@code wanted} from {@code start} that stands neither in a literal nor in brackets. */
    private static int indexOutside(String code, char wanted, int start) {
        int depth = 0;
        for (int i = start; i < code.length(); i++) {
            char c = code.charAt(i);
            if (depth == 0 && c == wanted) {
                return i;
            }
            if (c == '"' || c == '\'') {
                i = endOfLiteral(code, i);
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
        }
        return -1;
    }

    private static int endOfLiteral(String code, int start) {
        int i = start + 1;
        while (code.charAt(i) != code.charAt(start)) {
            i += code.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
