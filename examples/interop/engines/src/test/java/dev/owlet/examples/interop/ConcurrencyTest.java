package dev.owlet.examples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two engines, two processes, one table on a local disk, at the same time. */
class ConcurrencyTest extends InteropTest {
    private static final int COMMITS = 20;

    @Test
    void nothingIsLostBetweenSparkAndOwlet() {
        OwletTable birds = table("Bird");
        birds.insert("{\"ring\":\"first\"}");
        CompletableFuture<List<String>> spark = CompletableFuture.supplyAsync(() -> {
            List<String> rings = new ArrayList<>();
            for (int i = 0; i < COMMITS; i++) {
                Spark.sql("insert into %s (ring) values ('spark-" + i + "')", birds.path());
                rings.add("spark-" + i);
            }
            return rings;
        });
        List<String> acknowledged = new ArrayList<>(List.of("first", "shared"));
        int rounds = 0;
        while (rounds < COMMITS) {
            pause();
            birds.upsert("{\"ring\":\"owlet-" + rounds + "\"}", "{\"ring\":\"shared\",\"name\":\"" + rounds + "\"}");
            acknowledged.add("owlet-" + rounds++);
        }
        acknowledged.addAll(spark.join());

        List<String> rings = Rows.column(birds.rows(), "ring");
        assertThat(rings).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(Rows.column(Spark.rows(birds.path()), "ring")).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(birds.find("shared").path("name").asText()).isEqualTo(String.valueOf(rounds - 1));
        assertThat(Rows.column(birds.history(), "version"))
                .containsExactlyElementsOf(versionsDownFrom(COMMITS + rounds));
        assertThat(interleaved(birds.history()))
                .as("they took turns; or nothing was tested")
                .isGreaterThan(3);
    }

    private static List<String> versionsDownFrom(int last) {
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> String.valueOf(last - i))
                .toList();
    }

    /** How often a commit of one engine follows one of the other. */
    private static int interleaved(List<JsonNode> history) {
        int turns = 0;
        for (int i = 1; i < history.size(); i++) {
            if (!history.get(i).path("what").equals(history.get(i - 1).path("what"))) {
                turns++;
            }
        }
        return turns;
    }

    /** Spark deletes and rewrites while Owlet changes rows of the same files. */
    @Test
    void rewritesOfTheSameFilesLoseNothing() {
        OwletTable birds = table("Bird");
        birds.insert(IntStream.range(0, 30)
                .mapToObj(i -> Rows.parse("{\"ring\":\"r" + i + "\",\"weight\":\"0.0\"}"))
                .toList());
        CompletableFuture<Integer> spark = CompletableFuture.supplyAsync(() -> {
            int done = 0;
            for (int i = 0; i < 8; i++) {
                done += Attempts.untilCommitted(
                        () -> Spark.sql("update %s set weight = weight + 1 where ring < 'r2'", birds.path()));
            }
            return done;
        });
        Set<String> changed = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            pause();
            String ring = "r" + i;
            birds.upsert(
                    "{\"ring\":\"" + ring + "\",\"name\":\"n" + i + "\",\"weight\":\"" + weight(birds, ring) + "\"}");
            changed.add(ring);
        }
        assertThat(spark.join()).isEqualTo(8);
        assertThat(changed).hasSize(30);

        List<JsonNode> rows = birds.rows();
        assertThat(Rows.column(rows, "ring")).doesNotHaveDuplicates().hasSize(30);
        assertThat(rows).allSatisfy(row -> assertThat(row.path("name").asText()).startsWith("n"));
        Rows.assertSame(Spark.rows(birds.path()), rows);
    }

    /** Owlet commits in milliseconds, Spark in a second: it would lose every race. */
    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String weight(OwletTable birds, String ring) {
        return birds.find(ring).path("weight").asText();
    }
}
