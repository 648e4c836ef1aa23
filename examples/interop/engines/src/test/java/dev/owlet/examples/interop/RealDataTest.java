package dev.owlet.examples.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;

/** Spark counts and sums the tables of the example chinook, which its own tests loaded through its API. */
class RealDataTest {
    private static final Path DATA = Path.of(System.getProperty("real.data"));

    @Test
    void sparkCountsAndSumsWhatTheApiLoaded() throws IOException {
        Path facts = DATA.resolve("chinook-facts.json");
        if (!Files.exists(facts)) {
            System.out.println("SKIPPED: Spark on real data: the tests of examples/real-data left no tables");
        }
        assumeTrue(Files.exists(facts));

        ObjectNode found = Rows.JSON.createObjectNode();
        for (Path table : tables(DATA.resolve("chinook"))) {
            found.set(table.getFileName().toString(), facts(table));
        }
        assertThat((JsonNode) found).isEqualTo(Rows.parse(Files.readString(facts)));
    }

    private static List<Path> tables(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.endsWith("_delta_log"))
                    .map(Path::getParent)
                    .toList();
        }
    }

    private static JsonNode facts(Path path) {
        Dataset<Row> table = Spark.read(path);
        List<String> decimals = Arrays.stream(table.schema().fields())
                .filter(field -> field.dataType() instanceof DecimalType)
                .map(StructField::name)
                .toList();
        String sums = decimals.stream().map(name -> ", sum(`" + name + "`)").collect(Collectors.joining());
        Row row = Spark.sql("select count(*)" + sums + " from %s", path).first();
        ObjectNode facts = Rows.JSON.createObjectNode().put("rows", row.getLong(0));
        for (int i = 0; i < decimals.size(); i++) {
            BigDecimal sum = row.getDecimal(i + 1);
            facts.put(decimals.get(i), sum == null ? null : sum.toPlainString());
        }
        return Rows.parse(facts.toString());
    }
}
