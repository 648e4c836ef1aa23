package dev.owlet.processor.emit.sql;

import java.util.List;

/** One engine's SQL. Statements end with {@code ;} and a line feed. */
interface SqlDialect {
    /** Name of the file, without its suffix. */
    String name();

    /** Lines of explanation for the head of the file; fixed text. */
    List<String> notes();

    /** What is done once, before any table. */
    String setUp(String schema);

    /** What makes one table readable. */
    String table(String schema, SqlTable table);
}
