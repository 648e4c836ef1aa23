package dev.owlet.processor.emit.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Models;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformEmitterTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HEAD = "owlet: 1\nproject: owl-watch\n";
    private static final String THING = "concepts:\n  Thing: {key: id, fields: {id: int}}\n";

    private static JsonNode file(String model, String path) throws IOException {
        return MAPPER.readTree(Models.file(new TerraformEmitter(), Models.of(model), "terraform/" + path));
    }

    /** What is no data is the same whatever the model says. */
    @Test
    void noTextOfTheModelIsEverATemplate() {
        assertThat(templates(Models.hostile())).isEqualTo(templates(Models.ofCase("every-type")));
    }

    private static List<GeneratedFile> templates(Model model) {
        return new TerraformEmitter()
                .emit(model, Models.TARGET).stream()
                        .filter(file -> !file.path().endsWith("/model.json"))
                        .toList();
    }

    @Test
    void theNameOfTheModelsFileIsNoTemplate() {
        Target target = new Target("", "${path.root}.yml", List.of());
        assertThat(new TerraformEmitter()
                        .emit(Models.ofCase("owl-watch"), target)
                        .get(0)
                        .content())
                .contains("from $${path.root}.yml.");
    }

    @ParameterizedTest
    @CsvSource({"'', invite", "'signup: invite\n', invite", "'signup: open\n', open"})
    void tellsWhoMaySignUp(String line, String signup) throws IOException {
        assertThat(file(HEAD + line + THING, "auth/model.json").path("signup").textValue())
                .isEqualTo(signup);
    }

    @ParameterizedTest
    @CsvSource({"'', 10", "'budget: 1 USD\n', 1", "'budget: 2.50 USD\n', 2.50"})
    void tellsTheBudget(String line, String budget) throws IOException {
        assertThat(file(HEAD + line + THING, "guard/model.json")
                        .path("budget_usd")
                        .asText())
                .isEqualTo(String.valueOf(Double.parseDouble(budget)).replaceAll("\\.0$", ""));
    }

    @Test
    void theThrottleFollowsFromUsage() throws IOException {
        String usage = "usage: {calls_per_day: 86000, files_per_day: 400}\n";
        String rate = "/variable/calls_per_second/default";
        assertThat(file(HEAD + THING, "api/main.tf.json").at(rate).intValue()).isEqualTo(1);
        assertThat(file(HEAD + usage + THING, "api/main.tf.json").at(rate).intValue())
                .isEqualTo(20);
    }

    @Test
    void announcingFilesHasAThrottleOfItsOwn() throws IOException {
        String rate = "/variable/uploads_per_second/default";
        assertThat(file(HEAD + THING, "api/main.tf.json").at(rate).decimalValue())
                .isEqualByComparingTo("0.002");
        String usage = "usage: {files_per_day: 400}\n";
        assertThat(file(HEAD + usage + THING, "api/main.tf.json").at(rate).decimalValue())
                .isEqualByComparingTo("0.024"); // 400 × 5 / 86,400, rounded up
        String both = "modules:\n  field:\n    concepts:\n      Other: {key: id, fields: {id: int}}\n";
        assertThat(file(HEAD + THING + both, "api/model.json").path("upload_routes"))
                .extracting(JsonNode::textValue)
                .containsExactly("POST /api/{concept}/uploads", "POST /api/{module}/{concept}/uploads");
    }

    @Test
    void theHandlerIsTheProjectClass() throws IOException {
        assertThat(file(HEAD + THING, "functions/model.json").path("handler").textValue())
                .isEqualTo("com.acme.OwlWatch");
        Target noPackage = new Target("", "data_model.yml", List.of());
        assertThat(new TerraformEmitter().emit(Models.of(HEAD + THING), noPackage))
                .anySatisfy(file -> assertThat(file.content()).contains("\"handler\": \"OwlWatch\""));
    }

    @ParameterizedTest
    @CsvSource({
        "year(seen_at), _seen_at_year, int",
        "month(seen_at), _seen_at_month, string",
        "day(seen_at), _seen_at_day, date"
    })
    void aDividedTableHasItsColumnAtTheEnd(String partition, String name, String type) throws IOException {
        JsonNode columns = columns("    partition: " + partition + "\n");
        assertThat(columns.get(columns.size() - 1).path("name").textValue()).isEqualTo(name);
        assertThat(columns.get(columns.size() - 1).path("type").textValue()).isEqualTo(type);
    }

    @Test
    void aFieldThatDividesIsNotThereTwice() throws IOException {
        JsonNode columns = columns("    partition: region\n");
        assertThat(columns.findValuesAsText("name"))
                .containsExactly(
                        "id",
                        "seen_at",
                        "region",
                        "_version",
                        "_created_at",
                        "_created_by",
                        "_updated_at",
                        "_updated_by",
                        "_upload");
    }

    private static JsonNode columns(String partition) throws IOException {
        return file(
                        HEAD + "modules:\n  field:\n    concepts:\n      Thing:\n        key: id\n"
                                + partition.indent(4)
                                + "        fields: {id: int, seen_at: timestamp, region: text(10)}\n",
                        "catalog/model.json")
                .at("/tables/field__thing/columns");
    }

    @Test
    void textOfTheCatalogFitsGlue() {
        String text = "é".repeat(200) + "\n\t\u0000\u2028end";
        assertThat(GlueText.comment("a\n b\u0000\u2028c\t")).isEqualTo("a  b c");
        assertThat(GlueText.comment(text)).endsWith("é…");
        assertThat(GlueText.comment(text).getBytes(StandardCharsets.UTF_8)).hasSizeBetween(253, 255);
        assertThat(GlueText.description("x".repeat(2048))).isEqualTo("x".repeat(2048));
        assertThat(GlueText.description("x".repeat(2049)).getBytes(StandardCharsets.UTF_8))
                .hasSize(2048);
        assertThat(GlueText.comment("𝄞".repeat(64))).isEqualTo("𝄞".repeat(63) + "…");
    }
}
