package dev.owlet.examples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark reads what Owlet wrote: every type, value for value. */
class SparkReadsTest {
    private static Owlet owlet;

    @TempDir
    Path root;

    @BeforeAll
    static void start() {
        owlet = Owlet.start();
    }

    @AfterAll
    static void stop() {
        owlet.close();
    }

    @Test
    void everyTypeHasItsTypeInSpark() {
        OwletTable table = owlet.table(root, "Everything", "everything");
        table.insert(Samples.everything());

        assertThat(Spark.read(table.path()).schema().toDDL()).isEqualTo(Samples.EVERYTHING_IN_SPARK);
    }

    @Test
    void everyValueIsTheSame() {
        OwletTable table = owlet.table(root, "Everything", "everything");
        List<JsonNode> samples = Samples.everything();
        table.insert(samples);

        assertThat(table.rows()).containsExactlyInAnyOrderElementsOf(samples);
        assertThat(Spark.rows(table.path())).containsExactlyInAnyOrderElementsOf(samples);
        assertThat(Spark.stored(table.path())).containsExactlyInAnyOrderElementsOf(table.stored());
    }
}
