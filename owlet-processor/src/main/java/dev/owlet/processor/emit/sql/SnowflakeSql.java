package dev.owlet.processor.emit.sql;

import static dev.owlet.processor.emit.sql.SqlText.doubleQuoted;

import java.util.List;
import java.util.Locale;

/**
 * Snowflake reads Delta files as an Iceberg table ("Delta Direct": {@code CREATE ICEBERG TABLE} with a catalog
 * integration of format DELTA). Columns take their names and types from the Delta log.
 */
final class SnowflakeSql implements SqlDialect {
    @Override
    public String name() {
        return "snowflake";
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Snowflake reads the Delta files where they lie and takes the columns from their log.",
                "Give the root and a role that Snowflake may assume and that may read there:",
                "  sed -e 's|${root}|s3://BUCKET|' -e 's|${role}|arn:aws:iam::ACCOUNT:role/NAME|' snowflake.sql",
                "DESC EXTERNAL VOLUME then tells whom the role must trust. Times of day, JSON and UUIDs are strings:",
                "TO_TIME(...) and PARSE_JSON(...) read them as what they are.");
    }

    @Override
    public String setUp(String schema) {
        return """
                CREATE EXTERNAL VOLUME IF NOT EXISTS %1$s
                  STORAGE_LOCATIONS = ((
                    NAME = 'root'
                    STORAGE_PROVIDER = 'S3'
                    STORAGE_BASE_URL = '${root}/'
                    STORAGE_AWS_ROLE_ARN = '${role}'
                  ))
                  ALLOW_WRITES = FALSE;
                CREATE CATALOG INTEGRATION IF NOT EXISTS %1$s
                  CATALOG_SOURCE = OBJECT_STORE
                  TABLE_FORMAT = DELTA
                  ENABLED = TRUE;
                CREATE SCHEMA IF NOT EXISTS %2$s;
                """.formatted(source(schema), quoted(schema));
    }

    @Override
    public String table(String schema, SqlTable table) {
        return """
                CREATE ICEBERG TABLE IF NOT EXISTS %s.%s
                  EXTERNAL_VOLUME = '%s'
                  CATALOG = '%s'
                  BASE_LOCATION = '%s'
                  AUTO_REFRESH = TRUE
                  COMMENT = %s;
                """.formatted(
                        quoted(schema),
                        quoted(table.name()),
                        source(schema),
                        source(schema),
                        table.folder(),
                        SqlText.escaped(table.comment()));
    }

    /** Volume and integration; the prefix keeps a project's name apart from Snowflake's own words. */
    private static String source(String schema) {
        return "owlet_" + schema;
    }

    /** In upper case, which is what Snowflake makes of a name without quotes: both find the table. */
    private static String quoted(String name) {
        return doubleQuoted(name.toUpperCase(Locale.ROOT));
    }
}
