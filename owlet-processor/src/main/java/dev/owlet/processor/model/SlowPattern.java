package dev.owlet.processor.model;

/**
 * Finds patterns in which a group that repeats without bound holds nothing but things that repeat or may be absent:
 * {@code (a+)+}, {@code (\w*\s?)*}, {@code (a|b+)*}. On those a backtracking matcher takes exponential time. A fixed
 * character in every alternative, as in {@code (-[a-z]+)*}, makes a group safe. Reads well-formed patterns only.
 */
final class SlowPattern {
    private final String pattern;
    private int at;
    private boolean slow;

    private SlowPattern(String pattern) {
        this.pattern = pattern;
    }

    static boolean isSlow(String pattern) {
        SlowPattern reader = new SlowPattern(pattern);
        while (reader.at < pattern.length()) {
            reader.group();
            reader.at++;
        }
        return reader.slow;
    }

    /** Reads up to the group's end. True when some alternative repeats without holding anything fixed. */
    private boolean group() {
        boolean loose = false;
        boolean repeats = false;
        boolean fixed = false;
        while (at < pattern.length() && pattern.charAt(at) != ')') {
            if (pattern.charAt(at) == '|') {
                loose |= repeats && !fixed;
                repeats = false;
                fixed = false;
                at++;
                continue;
            }
            boolean looseAtom = atom();
            int quantifier = at;
            boolean unbounded = skipQuantifier();
            boolean absent = at > quantifier && mayBeAbsent(quantifier);
            slow |= looseAtom && unbounded;
            repeats |= unbounded || looseAtom;
            fixed |= !unbounded && !absent && !looseAtom;
        }
        return loose || repeats && !fixed;
    }

    /** Reads one character, class or group; true for a group that is loose. */
    private boolean atom() {
        char first = pattern.charAt(at++);
        if (first == '(') {
            if (pattern.startsWith("?", at)) {
                at += 2;
            }
            boolean loose = group();
            at++;
            return loose;
        }
        if (first == '\\') {
            at++;
            if (pattern.startsWith("{", at)) {
                at = pattern.indexOf('}', at) + 1;
            }
        } else if (first == '[') {
            skipClass();
        }
        return false;
    }

    private void skipClass() {
        at += pattern.startsWith("^", at) ? 1 : 0;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    /** Skips a quantifier, when one stands here; true when it has no upper bound. */
    private boolean skipQuantifier() {
        if (at >= pattern.length() || "*+?{".indexOf(pattern.charAt(at)) < 0) {
            return false;
        }
        int end = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) : at;
        boolean unbounded =
                pattern.charAt(at) != '?' && !pattern.substring(at, end + 1).matches("\\{\\d+(,\\d+)?}");
        at = end + 1;
        at += pattern.startsWith("?", at) ? 1 : 0;
        return unbounded;
    }

    private boolean mayBeAbsent(int quantifier) {
        return pattern.charAt(quantifier) == '?' || pattern.startsWith("{0", quantifier);
    }
}
