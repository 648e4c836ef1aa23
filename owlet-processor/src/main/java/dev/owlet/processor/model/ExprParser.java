package dev.owlet.processor.model;

import dev.owlet.processor.model.ExprLexer.Kind;
import dev.owlet.processor.model.ExprLexer.Token;
import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Parses expressions by recursive descent. From loose to tight: {@code or}; {@code and}; {@code not}; comparisons,
 * {@code is null}, {@code in}; {@code + -}; {@code * /}; {@code -x}. Comparisons do not chain.
 */
final class ExprParser {
    static final int MAX_LENGTH = 2_000;
    private static final int MAX_DEPTH = 50;

    private static final Map<String, Expr.BinaryOp> COMPARISONS = Map.of(
            "=", Expr.BinaryOp.EQ,
            "==", Expr.BinaryOp.EQ,
            "!=", Expr.BinaryOp.NE,
            "<>", Expr.BinaryOp.NE,
            "<", Expr.BinaryOp.LT,
            "<=", Expr.BinaryOp.LTE,
            ">", Expr.BinaryOp.GT,
            ">=", Expr.BinaryOp.GTE);

    private final List<Token> tokens;
    private int next;
    private int depth;

    private ExprParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Ends the parsing at the first fault. */
    @SuppressWarnings("serial") // never leaves the parser
    private static final class Fault extends RuntimeException {
        final Position at;
        final String cure;

        Fault(Position at, String message, String cure) {
            super(message, null, false, false);
            this.at = at;
            this.cure = cure;
        }
    }

    /** The expression as a tree; empty after a problem. */
    static Optional<ExprTree> parse(String text, IntFunction<Position> offsets, Problems problems) {
        int before = problems.count();
        if (text.length() > MAX_LENGTH) {
            problems.add(
                    offsets.apply(0),
                    ProblemCode.EXPRESSION_SYNTAX,
                    "The expression is longer than %,d characters".formatted(MAX_LENGTH),
                    "Divide it into several rules");
            return Optional.empty();
        }
        List<Token> tokens = ExprLexer.tokens(text, offsets, problems);
        if (problems.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ExprParser(tokens).whole());
        } catch (Fault fault) {
            problems.add(fault.at, ProblemCode.EXPRESSION_SYNTAX, fault.getMessage(), fault.cure);
            return Optional.empty();
        }
    }

    private ExprTree whole() {
        ExprTree tree = or();
        if (peek().kind() != Kind.END) {
            throw unexpected(peek());
        }
        return tree;
    }

    private ExprTree or() {
        if (++depth > MAX_DEPTH) {
            throw new Fault(peek().at(), "The expression is nested too deeply", "Divide it into several rules");
        }
        ExprTree tree = and();
        while (peek().is("or")) {
            Token sign = take();
            tree = new ExprTree.Binary(Expr.BinaryOp.OR, sign.text(), tree, and(), sign.at());
        }
        depth--;
        return tree;
    }

    private ExprTree and() {
        ExprTree tree = not();
        while (peek().is("and")) {
            Token sign = take();
            tree = new ExprTree.Binary(Expr.BinaryOp.AND, sign.text(), tree, not(), sign.at());
        }
        return tree;
    }

    private ExprTree not() {
        List<Token> signs = new ArrayList<>();
        while (peek().is("not")) {
            signs.add(0, take());
        }
        ExprTree tree = comparison();
        for (Token sign : signs) {
            tree = new ExprTree.Unary(Expr.UnaryOp.NOT, tree, sign.at());
        }
        return tree;
    }

    private ExprTree comparison() {
        ExprTree left = sum();
        Token sign = peek();
        if (sign.is("is")) {
            take();
            boolean negated = accept("not");
            expect("null");
            return new ExprTree.IsNull(left, negated, sign.at());
        }
        if (sign.is("in")) {
            take();
            expect("[");
            return new ExprTree.In(left, list("]"), sign.at());
        }
        if (sign.is("not") && tokens.get(next + 1).is("in")) {
            next += 2;
            expect("[");
            return new ExprTree.Unary(Expr.UnaryOp.NOT, new ExprTree.In(left, list("]"), sign.at()), sign.at());
        }
        Expr.BinaryOp op = sign.kind() == Kind.SIGN ? COMPARISONS.get(sign.text()) : null;
        if (op == null) {
            return left;
        }
        take();
        return new ExprTree.Binary(op, sign.text(), left, sum(), sign.at());
    }

    private ExprTree sum() {
        ExprTree tree = product();
        while (peek().is("+") || peek().is("-")) {
            Token sign = take();
            Expr.BinaryOp op = sign.is("+") ? Expr.BinaryOp.ADD : Expr.BinaryOp.SUBTRACT;
            tree = new ExprTree.Binary(op, sign.text(), tree, product(), sign.at());
        }
        return tree;
    }

    private ExprTree product() {
        ExprTree tree = unary();
        while (peek().is("*") || peek().is("/")) {
            Token sign = take();
            Expr.BinaryOp op = sign.is("*") ? Expr.BinaryOp.MULTIPLY : Expr.BinaryOp.DIVIDE;
            tree = new ExprTree.Binary(op, sign.text(), tree, unary(), sign.at());
        }
        return tree;
    }

    private ExprTree unary() {
        if (!peek().is("-")) {
            return primary();
        }
        Token sign = take();
        Token number = peek();
        if (number.kind() == Kind.NUMBER) {
            take();
            return literal(new Token(Kind.NUMBER, "-" + number.text(), sign.at()));
        }
        return new ExprTree.Unary(Expr.UnaryOp.NEGATE, primary(), sign.at());
    }

    private ExprTree primary() {
        Token token = take();
        switch (token.kind()) {
            case NUMBER, DATE, TIME, TIMESTAMP, TEXT:
                return literal(token);
            case NAME:
                return name(token);
            default:
                if (!token.is("(")) {
                    throw unexpected(token);
                }
                ExprTree inner = or();
                expect(")");
                return inner;
        }
    }

    private ExprTree name(Token token) {
        if (token.is("true") || token.is("false")) {
            return new ExprTree.Literal(Expr.Type.BOOL, token.text(), token.at());
        }
        if (token.is("null")) {
            throw new Fault(token.at(), "null is no value", "Write x is null, or x is not null");
        }
        if (Reserved.isExpressionWord(token.text())) {
            throw unexpected(token);
        }
        if (accept("(")) {
            return new ExprTree.Call(token.text(), list(")"), token.at());
        }
        List<String> path = new ArrayList<>(List.of(token.text()));
        while (accept(".")) {
            Token part = take();
            if (part.kind() != Kind.NAME) {
                throw unexpected(part);
            }
            path.add(part.text());
        }
        return new ExprTree.Name(List.copyOf(path), token.at());
    }

    private static ExprTree literal(Token token) {
        Expr.Type type = switch (token.kind()) {
            case DATE -> Expr.Type.DATE;
            case TIME -> Expr.Type.TIME;
            case TIMESTAMP -> Expr.Type.TIMESTAMP;
            case TEXT -> Expr.Type.TEXT;
            default -> ExprTypes.ofNumber(token.text());
        };
        return new ExprTree.Literal(type, token.text(), token.at());
    }

    private List<ExprTree> list(String end) {
        List<ExprTree> items = new ArrayList<>();
        if (accept(end)) {
            return items;
        }
        do {
            items.add(or());
        } while (accept(","));
        expect(end);
        return items;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = peek();
        next += token.kind() == Kind.END ? 0 : 1;
        return token;
    }

    private boolean accept(String word) {
        boolean found = peek().is(word);
        next += found ? 1 : 0;
        return found;
    }

    private void expect(String word) {
        if (!accept(word)) {
            Token found = peek();
            throw new Fault(
                    found.at(),
                    found.kind() == Kind.END
                            ? "The expression ends before %s".formatted(word)
                            : "Here stands %s instead of %s".formatted(Quote.of(found.text()), word),
                    "Write %s here".formatted(word));
        }
    }

    private static Fault unexpected(Token token) {
        return token.kind() == Kind.END
                ? new Fault(token.at(), "The expression ends too early", "Add what belongs behind the last word")
                : new Fault(
                        token.at(),
                        "%s cannot stand here".formatted(Quote.of(token.text())),
                        "Join conditions by and or or; compare once, without chains");
    }
}
