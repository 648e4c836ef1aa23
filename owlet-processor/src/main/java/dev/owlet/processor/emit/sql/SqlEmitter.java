package dev.owlet.processor.emit.sql;

import dev.owlet.processor.emit.Emitter;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.Model;
import java.util.List;

/**
 * {@code sql/<engine>.sql}: statements that register the tables where they lie. Nothing in them writes to a table: the
 * comments stand in views, because a comment on a Delta table itself is a commit to its log.
 */
public final class SqlEmitter implements Emitter {
    private static final List<SqlDialect> DIALECTS =
            List.of(new AthenaSql(), SparkSql.spark(), SparkSql.databricks(), new SnowflakeSql(), new DuckDbSql());

    @Override
    public List<GeneratedFile> emit(Model model, Target target) {
        List<SqlTable> tables = model.concepts().stream().map(SqlTable::of).toList();
        String notice = String.format(Json.NOTICE, target.sourceName());
        return DIALECTS.stream()
                .map(dialect -> GeneratedFile.resource(
                        "sql/" + dialect.name() + ".sql",
                        script(dialect, notice, SqlText.schema(model.project()), tables)))
                .toList();
    }

    private static String script(SqlDialect dialect, String notice, String schema, List<SqlTable> tables) {
        StringBuilder script = new StringBuilder("-- ").append(notice).append('\n');
        dialect.notes().forEach(note -> script.append("-- ").append(note).append('\n'));
        script.append('\n').append(dialect.setUp(schema));
        tables.forEach(table -> script.append('\n').append(dialect.table(schema, table)));
        return script.toString();
    }
}
