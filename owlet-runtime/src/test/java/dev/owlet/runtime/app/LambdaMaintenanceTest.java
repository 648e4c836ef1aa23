package dev.owlet.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaMaintenanceTest {
    private static final int PLENTY = 900_000;

    private record Owl(int ring) {}

    private static final class OwlTable extends Table<Owl> {
        static final Column<Owl, Integer> RING = Column.required("ring", ValueType.integer(), Owl::ring);

        OwlTable() {
            super(TableSpec.of(
                            new RowType<>(
                                    "Owl",
                                    List.of(RING),
                                    values -> {},
                                    (values, violations) -> {},
                                    values -> new Owl(values.require(RING))),
                            "owl",
                            "owls")
                    .key(RING)
                    .build());
        }
    }

    private static final class OwlWatch extends App {
        final OwlTable owls = table(new OwlTable());

        OwlWatch(Config config) {
            super("owl-watch", "Owl watch", config);
        }
    }

    @TempDir
    Path root;

    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void keepTheLog() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveTheLogBack() {
        System.setErr(before);
    }

    private OwlWatch filled() {
        OwlWatch app = new OwlWatch(Config.local(root.toString()));
        for (int i = 0; i < 8; i++) {
            app.owls.append(List.of(new Owl(i)), "ann");
        }
        return app;
    }

    private static Context context(int remaining) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getRemainingTimeInMillis");
                    return remaining;
                });
    }

    private static InputStream event() {
        return new ByteArrayInputStream("{\"source\":\"aws.scheduler\"}".getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode answer() throws IOException {
        return Json.MAPPER.readTree(answer.toByteArray());
    }

    @Test
    void answersWithWhatItDid() throws IOException {
        filled().maintain(event(), answer, context(PLENTY));

        assertThat(answer().path("ok").booleanValue()).isTrue();
        assertThat(answer().path("complete").booleanValue()).isTrue();
        JsonNode table = answer().path("tables").path(0);
        assertThat(table.path("table").asText()).isEqualTo("Owl");
        assertThat(table.path("merged").path("files").asInt()).isEqualTo(8);
        assertThat(table.path("after").path("files").asInt()).isEqualTo(1);
        assertThat(log.toString(StandardCharsets.UTF_8)).startsWith("owlet: maintenance {\"ok\":true");
    }

    @Test
    void beginsNothingInItsLastHalfMinute() throws IOException {
        OwlWatch app = filled();

        app.maintain(event(), answer, context(29_999));

        assertThat(answer().path("ok").booleanValue()).isTrue();
        assertThat(answer().path("complete").booleanValue()).isFalse();
        assertThat(answer().path("tables").path(0).path("left").path(0).asText())
                .contains("merging files", "time ran short");
        assertThat(app.owls.view().version()).isEqualTo(7);
    }

    @Test
    void failsWhenATableHasProblems() throws IOException {
        OwlWatch app = new OwlWatch(Config.local(root.toString()));
        Files.createDirectories(root.resolve("delta/owl/_delta_log"));
        Files.writeString(root.resolve("delta/owl/_delta_log/00000000000000000000.json"), "no JSON");

        assertThatThrownBy(() -> app.maintain(event(), answer, context(PLENTY)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(answer().path("ok").booleanValue()).isFalse();
        assertThat(answer().path("tables").path(0).path("problems").path(0).asText())
                .contains("delta/owl");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"ok\":false");
    }
}
