package dev.owlet.processor.model;

import dev.owlet.processor.model.PatternToken.Kind;
import java.util.List;

/**
 * Finds patterns in which a group that repeats without bound holds nothing but things that repeat or may be absent:
 * {@code (a+)+}, {@code (\w*\s?)*}, {@code (a|b+)*}. On those a backtracking matcher takes exponential time. A fixed
 * character in every alternative, as in {@code (-[a-z]+)*}, makes a group safe enough.
 */
final class SlowPattern {
    private final List<PatternToken> tokens;
    private int next;
    private boolean slow;

    private SlowPattern(List<PatternToken> tokens) {
        this.tokens = tokens;
    }

    static boolean isSlow(List<PatternToken> tokens) {
        SlowPattern reader = new SlowPattern(tokens);
        while (reader.next < tokens.size()) {
            reader.group();
            reader.next++;
        }
        return reader.slow;
    }

    /** Reads up to the group's end. True when some alternative repeats without holding anything fixed. */
    private boolean group() {
        boolean loose = false;
        boolean repeats = false;
        boolean fixed = false;
        while (next < tokens.size() && tokens.get(next).kind() != Kind.CLOSE) {
            PatternToken token = tokens.get(next++);
            if (token.kind() == Kind.OR) {
                loose |= repeats && !fixed;
                repeats = false;
                fixed = false;
                continue;
            }
            boolean looseAtom = token.kind() == Kind.OPEN && innerGroup();
            PatternToken quantifier = quantifier();
            slow |= looseAtom && quantifier.isUnbounded();
            repeats |= looseAtom || quantifier.isUnbounded();
            fixed |= !looseAtom && !quantifier.isUnbounded() && !quantifier.isZero();
        }
        return loose || repeats && !fixed;
    }

    private boolean innerGroup() {
        boolean loose = group();
        next++;
        return loose;
    }

    /** The quantifier that comes next; a plain character when there is none. */
    private PatternToken quantifier() {
        boolean found = next < tokens.size() && tokens.get(next).kind() == Kind.QUANTIFIER;
        return found ? tokens.get(next++) : new PatternToken(Kind.CHARACTER, "");
    }
}
