package dev.owlet.processor.emit.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.processor.emit.Models;
import dev.owlet.processor.model.Model;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlEmitterTest {
    private static final Model EVERY = Models.ofCase("every-type");
    private static final Model HOSTILE = Models.hostile();

    /** With hostile text the statements are the same word for word, but for literals and comments. */
    @ParameterizedTest
    @ValueSource(strings = {"athena", "spark", "databricks", "snowflake", "duckdb"})
    void noTextOfTheModelEndsItsLiteral(String engine) {
        assertThat(shape(sql(engine, HOSTILE), engine)).isEqualTo(shape(sql(engine, described()), engine));
    }

    /** The text of the model starts no variable; the only ones are those of the file itself. */
    @ParameterizedTest
    @ValueSource(strings = {"athena", "spark", "databricks", "snowflake", "duckdb"})
    void noTextOfTheModelStartsAVariable(String engine) {
        String sql = sql(engine, HOSTILE).replace("${root}", "").replace("${role}", "");
        assertThat(sql).doesNotContainPattern("\\$\\{|\\{\\{|\\{%|<%|&\\{|&\\p{Alpha}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"athena", "spark", "databricks", "snowflake", "duckdb"})
    void everyLineIsPrintable(String engine) {
        assertThat(sql(engine, HOSTILE)).doesNotContainPattern("[\\p{Cntrl}&&[^\n]]|[\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cf}]");
    }

    @Test
    void onlyCheckedNamesBecomeIdentifiers() {
        for (String name : List.of("", "a b", "a\"b", "a`b", "ä", "1a", "a;b")) {
            assertThatThrownBy(() -> SqlText.doubleQuoted(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> SqlText.backquoted(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void quotesTextAsEachDialectReadsIt() {
        assertThat(SqlText.standard("it's a \\ and\n${x}")).isEqualTo("'it''s a \\ and $ {x}'");
        assertThat(SqlText.escaped("it's a \\ and\n${x}")).isEqualTo("'it\\'s a \\\\ and $ {x}'");
        assertThat(SqlText.comment("it's; a\r\n-- b")).isEqualTo("-- it’s, a -- b");
    }

    @Test
    void modulesKeepTablesApart() {
        assertThat(sql("spark", EVERY))
                .contains(
                        "`all_types_delta`.`sales__invoice_line` USING DELTA LOCATION '${root}/delta/sales/invoice_line'");
    }

    @Test
    void duckDbReadsStringsAsWhatTheyAre() {
        assertThat(sql("duckdb", EVERY))
                .contains("  CAST(\"required_time\" AS TIME) AS \"required_time\",\n")
                .contains("  CAST(\"jsons\" AS JSON[]) AS \"jsons\",\n")
                .contains("  CAST(\"id\" AS UUID) AS \"id\",\n")
                .contains("  \"required_date\",\n");
    }

    /** Comments on Delta tables are commits to their logs; so they stand on views alone. */
    @Test
    void nothingWritesToATable() {
        for (String engine : List.of("athena", "spark", "databricks", "snowflake", "duckdb")) {
            assertThat(sql(engine, EVERY))
                    .doesNotContain("ALTER ", "COMMENT ON TABLE", "INSERT ", "TBLPROPERTIES ('delta");
        }
    }

    private static String sql(String engine, Model model) {
        return Models.file(new SqlEmitter(), model, "sql/" + engine + ".sql");
    }

    /** The model with harmless text in the same places. */
    private static Model described() {
        return Models.withText("text");
    }

    private static List<String> shape(String sql, String engine) {
        return SqlTokens.of(sql, !engine.equals("duckdb")).stream()
                .map(token -> token.startsWith("'") ? "'literal'" : token)
                .toList();
    }
}
