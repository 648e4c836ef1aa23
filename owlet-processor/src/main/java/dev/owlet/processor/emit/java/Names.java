package dev.owlet.processor.emit.java;

/** Qualified names of the types that generated code uses. Strings, as the runtime is not on the processor's path. */
final class Names {
    static final String BIG_DECIMAL = "java.math.BigDecimal";
    static final String INSTANT = "java.time.Instant";
    static final String LOCAL_DATE = "java.time.LocalDate";
    static final String LOCAL_TIME = "java.time.LocalTime";
    static final String LIST = "java.util.List";
    static final String OPTIONAL = "java.util.Optional";
    static final String UUID = "java.util.UUID";
    static final String PATTERN = "java.util.regex.Pattern";
    static final String JSON_NODE = "com.fasterxml.jackson.databind.JsonNode";
    static final String NULLABLE = "org.jspecify.annotations.Nullable";
    static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    static final String CHECKS = row("Checks");
    static final String COLUMN = row("Column");
    static final String EXPRESSIONS = row("Expressions");
    static final String FILE_REF = row("FileRef");
    static final String ROW_TYPE = row("RowType");
    static final String UUID7 = row("Uuid7");
    static final String VALUES = row("Values");
    static final String VALUE_TYPE = row("ValueType");
    static final String VIOLATIONS = row("Violations");

    static final String OPERATION = "dev.owlet.runtime.table.Operation";
    static final String PARTITION = "dev.owlet.runtime.table.Partition";
    static final String STORED = "dev.owlet.runtime.table.Stored";
    static final String TABLE = "dev.owlet.runtime.table.Table";
    static final String TABLE_SPEC = "dev.owlet.runtime.table.TableSpec";

    static final String ROUTER = "dev.owlet.runtime.http.Router";
    static final String ROUTES = "dev.owlet.runtime.http.Routes";
    static final String RESOURCE = "dev.owlet.runtime.api.Resource";
    static final String APP = "dev.owlet.runtime.app.App";
    static final String CONFIG = "dev.owlet.runtime.app.Config";
    static final String MAIN = "dev.owlet.runtime.local.Main";

    private Names() {}

    private static String row(String simpleName) {
        return "dev.owlet.runtime.row." + simpleName;
    }

    static String lang(String simpleName) {
        return "java.lang." + simpleName;
    }
}
