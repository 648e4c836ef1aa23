package dev.owlet.processor.emit.sql;

import java.util.ArrayList;
import java.util.List;

/** Splits SQL as an engine does, to see where text of the model ends. */
final class SqlTokens {
    private final String sql;
    private final boolean backslashEscapes;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private SqlTokens(String sql, boolean backslashEscapes) {
        this.sql = sql;
        this.backslashEscapes = backslashEscapes;
    }

    /** Words, signs, whole literals and whole quoted names; comments are left out. */
    static List<String> of(String sql, boolean backslashEscapes) {
        SqlTokens tokens = new SqlTokens(sql, backslashEscapes);
        while (tokens.at < sql.length()) {
            tokens.next();
        }
        return tokens.tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            at = end < 0 ? sql.length() : end;
        } else if (c == '\'' || c == '"' || c == '`') {
            quoted(c);
        } else {
            word();
        }
    }

    private void quoted(char quote) {
        int start = at++;
        while (sql.charAt(at) != quote || at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
            boolean escape = sql.charAt(at) == '\\' && quote == '\'' && backslashEscapes;
            at += escape || sql.charAt(at) == quote ? 2 : 1;
        }
        tokens.add(sql.substring(start, ++at));
    }

    private void word() {
        int start = at++;
        while (at < sql.length()
                && Character.isJavaIdentifierPart(sql.charAt(at))
                && Character.isJavaIdentifierPart(sql.charAt(start))) {
            at++;
        }
        tokens.add(sql.substring(start, at));
    }
}
