package dev.owlet.processor.emit.sql;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text of the model inside SQL. Descriptions may hold anything; they come out as one line of plain text that neither ends
 * the literal or comment it stands in nor starts a variable of any engine.
 */
final class SqlText {
    /**
     * What engines and their clients replace before they read SQL, in text too: {@code ${x}} (Spark, Databricks, and the
     * way to set the root here), {@code {{x}}} (Databricks), <code>&amp;x</code> and <code>&lt;% x %&gt;</code>
     * (Snowflake).
     */
    private static final Pattern VARIABLE =
            Pattern.compile("(?<=\\$)(?=\\{)|(?<=\\{)(?=[{%])|(?<=<)(?=%)|(?<=&)(?=[{&\\p{Alpha}])");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cf}]+");

    private SqlText() {}

    /** A literal where a quote is doubled and a backslash is itself (SQL standard; DuckDB). */
    static String standard(String text) {
        return "'" + plain(text).replace("'", "''") + "'";
    }

    /** A literal where a backslash escapes (Spark, Databricks, Snowflake). */
    static String escaped(String text) {
        return "'" + plain(text).replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A comment; without semicolons, where simple tools split statements, and without quotes. */
    static String comment(String text) {
        return "-- "
                + plain(text)
                        .replace(';', ',')
                        .replace('\'', '’')
                        .replace('"', '”')
                        .replace('`', '’');
    }

    /** An identifier in double quotes (SQL standard). */
    static String doubleQuoted(String name) {
        return '"' + checked(name) + '"';
    }

    /** An identifier in backquotes (Hive, Spark). */
    static String backquoted(String name) {
        return '`' + checked(name) + '`';
    }

    /** A name for the database of a project: {@code owl-watch} → {@code owl_watch}. */
    static String schema(String project) {
        return project.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    private static String plain(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return VARIABLE.matcher(line).replaceAll(" ");
    }

    /** The compiler has checked names long before; here is where a mistake there would do harm. */
    private static String checked(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("not a checked name: " + name);
        }
        return name;
    }
}
