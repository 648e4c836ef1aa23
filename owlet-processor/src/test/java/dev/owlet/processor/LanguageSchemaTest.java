package dev.owlet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema for editors says of every case what the compiler says, as far as a schema can. */
final class LanguageSchemaTest {
    /** Their faults lie in how parts fit each other, which no schema expresses. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "broken-cloud-columns",
            "broken-locale-country",
            "broken-over-budget",
            "broken-path-collisions",
            "broken-slots",
            "broken-upload-headings");

    /** They are no YAML that a schema is asked about. */
    private static final Set<String> NO_DOCUMENT = Set.of(
            "broken-alias-bomb",
            "broken-control-characters",
            "broken-deep-nesting",
            "broken-duplicate-keys",
            "broken-encoding",
            "broken-escaped-control-character",
            "broken-syntax",
            "broken-tab",
            "broken-tags",
            "broken-two-documents");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = OwletCompiler.class.getResourceAsStream("/dev/owlet/data_model.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(Objects.requireNonNull(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> good() {
        return Stream.concat(Cases.good().stream(), Cases.examples().stream());
    }

    static Stream<Path> broken() {
        return Cases.broken().stream()
                .filter(folder -> !NO_DOCUMENT.contains(folder.getFileName().toString()));
    }

    @ParameterizedTest
    @MethodSource("good")
    void acceptsGoodModels(Path folder) {
        assertThat(errors(Cases.text(folder))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesBrokenModelsWhereItCan(Path folder) {
        boolean beyond = BEYOND_A_SCHEMA.contains(folder.getFileName().toString());
        assertThat(errors(Cases.text(folder)).isEmpty()).isEqualTo(beyond);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "txt",
                "text uniqe",
                "text?[]",
                "int[][]",
                "decimal",
                "int(4)",
                "int = ",
                "text /abc",
                "date >=",
                "> 5",
                "text unit",
                "-> site",
                "text a b",
                "int \"5\"",
                "int :=",
                "text(a..b)",
                "int 5",
            })
    void refusesBadShortForms(String field) {
        assertThat(errors(model(field))).as(field).isNotEmpty();
        assertThat(OwletCompiler.check(model(field), "m").problems()).as(field).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "text? unique search pii",
                "decimal(6,1)? 20..4000 unit g",
                "text(3..8) /[A-Z]{2}\\d+/ e.g. NL012",
                "date >=1900-01-01 <= today",
                "int[] min 1 max 4 0..9",
                "long 5..",
                "double ..5 = 1e-3",
                "text = 'a b' was c was d",
                "text /[/]\\/a/",
                "bool := id > 5 and id = 6",
                "int[]? = []",
                "text(..5)",
                "-> Thing?",
                "->Thing[]",
            })
    void acceptsGoodShortForms(String field) {
        assertThat(OwletCompiler.check(model(field), "m").problems()).as(field).isEmpty();
        assertThat(errors(model(field))).as(field).isEmpty();
    }

    private static String model(String field) {
        return "owlet: 1\nproject: fields\nconcepts:\n  Thing:\n    key: id\n    fields:\n      id: int\n      x: \""
                + field.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
    }

    private static List<Error> errors(String yaml) {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        JsonNode node = JSON.valueToTree(document);
        return SCHEMA.validate(node);
    }
}
