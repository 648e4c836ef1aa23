package dev.owlet.processor.emit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Models;
import dev.owlet.processor.model.Model;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaEmitterTest {
    private static final Model OWLS = Models.ofCase("owl-watch");
    private static final Schema SIGHTING =
            Schemas.schema(Models.file(new JsonSchemaEmitter(), OWLS, "schema/sighting.json"));
    private static final Model EVERY = Models.ofCase("every-type");
    private static final Schema EVERY_TYPE =
            Schemas.schema(Models.file(new JsonSchemaEmitter(), EVERY, "schema/every_type.json"));
    private static final String GOOD = """
            {"site": "NL012", "ringer": "ada@example.org", "species": "TYTO_ALBA", "seen_at": "2026-03-31T09:30:00Z"}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"weight\": \"250.5\"}",
                "{\"weight\": 250.5}",
                "{\"weight\": null, \"age\": null, \"id\": null}",
                "{\"rings\": [\"ABC12\", \"1234567\"], \"age\": \"adult\"}",
                "{\"id\": \"01960a5e-7c1a-7b3e-8f21-3c5d7e9f1a2b\"}",
                "{\"_version\": 3, \"_created_by\": \"ada\", \"site$title\": \"Old barn\", \"heavy\": true}",
            })
    void takesRowsAsTheApiTakesThem(String changes) {
        assertThat(Schemas.faults(SIGHTING, good(changes))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"weight\": \"250.55\"}               | /weight pattern",
                "{\"weight\": \"1e3\"}                  | /weight pattern",
                "{\"weight\": 19.9}                     | /weight minimum",
                "{\"weight\": true}                     | /weight type",
                "{\"site\": \"NL12x\"}                  | /site pattern",
                "{\"site\": \"xNL12\"}                  | /site pattern",
                "{\"site\": null}                       | /site type",
                "{\"ringer\": \"ada\"}                  | /ringer format",
                "{\"species\": \"Barn owl\"}            | /species enum",
                "{\"seen_at\": \"2026-03-31 09:30\"}    | /seen_at format",
                "{\"id\": \"7\"}                        | /id format",
                "{\"rings\": [\"ABC1\"]}                | /rings/0 minLength",
                "{\"rings\": [\"12345\",\"12345\",\"12345\",\"12345\",\"12345\"]} | /rings maxItems",
                "{\"colour\": \"red\"}                  | ' additionalProperties'",
            })
    void refusesWhatTheApiRefuses(String changes, String fault) {
        assertThat(Schemas.faults(SIGHTING, good(changes))).containsExactly(fault);
    }

    @Test
    void namesEveryMissingField() {
        assertThat(Schemas.faults(SIGHTING, "{}")).hasSize(4).allMatch(fault -> fault.endsWith(" required"));
    }

    @Test
    void everySchemaMeetsTheMetaSchemaEvenOfAHostileModel() {
        for (GeneratedFile file : new JsonSchemaEmitter().emit(Models.hostile(), Models.TARGET)) {
            assertThat(Schemas.metaFaults(file.content())).as(file.path()).isEmpty();
        }
    }

    @Test
    void examplesPassTheirOwnSchema() {
        for (Model model : List.of(OWLS, EVERY)) {
            ExampleRows examples = new ExampleRows(model);
            for (var concept : model.concepts()) {
                Schema schema = Schemas.schema(
                        Models.file(new JsonSchemaEmitter(), model, "schema/" + concept.table() + ".json"));
                assertThat(Schemas.faults(schema, examples.input(concept).toString()))
                        .as(concept.name())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "optional_long    | 9007199254740993         | exclusiveMaximum",
                "optional_long    | \"123\"                  | ",
                "optional_long    | \"12.5\"                 | pattern",
                "required_int     | 2147483648               | maximum",
                "optional_time    | \"07:30\"                | ",
                "optional_time    | \"07:30:15.123456\"      | ",
                "optional_time    | \"24:00\"                | pattern",
                "optional_url     | \"not a url\"            | format",
                "optional_date    | \"2026-02-30\"           | format",
                "required_shape   | {\"lat\": \"91\"}        | required",
                "required_shape   | {\"lat\": 90, \"lon\": \"-180.000000\"} | ",
                "required_shape   | {\"lat\": 90.5, \"lon\": 0} | maximum",
                "decimals         | [\"1.5\", -1.501]        | minimum",
                "required_json    | [1, {\"a\": null}]       | ",
                "required_file    | {\"name\": \"x\"}        | required",
                "references       | [\"NL\", \"nl\"]         | pattern",
                "enum_default     | \"class\"                | ",
            })
    void coversEveryType(String field, String value, String keyword) {
        ObjectNode row = new ExampleRows(EVERY).input(EVERY.concept("EveryType"));
        row.set(field, Schemas.tree(value));
        assertThat(Schemas.faults(EVERY_TYPE, row.toString()))
                .hasSize(keyword == null ? 0 : 1)
                .allMatch(fault -> fault.startsWith("/" + field) && fault.endsWith(" " + keyword));
    }

    private static String good(String changes) {
        ObjectNode row = (ObjectNode) Schemas.tree(GOOD);
        row.setAll((ObjectNode) Schemas.tree(changes));
        return row.toString();
    }
}
