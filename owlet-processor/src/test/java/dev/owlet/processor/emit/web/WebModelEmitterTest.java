package dev.owlet.processor.emit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.owlet.processor.emit.Models;
import dev.owlet.processor.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebModelEmitterTest {
    private static final JsonNode OWLS = model(Models.ofCase("owl-watch"));
    private static final JsonNode EVERY = model(Models.ofCase("every-type"));

    /** The types that the web app draws; one it does not know would be a hole in a form. */
    private static final Set<String> TYPES = Set.of(
            "id",
            "string",
            "text",
            "markdown",
            "integer",
            "long",
            "double",
            "decimal",
            "boolean",
            "date",
            "time",
            "timestamp",
            "json",
            "file",
            "enum",
            "reference",
            "shape",
            "list");

    @Test
    void whatRefersToFieldsRefersToThoseThatExist() {
        for (JsonNode model : List.of(OWLS, EVERY)) {
            for (JsonNode concept : model.get("concepts")) {
                List<String> fields = texts(concept.get("fields").findValues("name"));
                List<String> used = new ArrayList<>();
                used.addAll(texts(concept.get("key").isArray() ? concept.get("key") : List.of(concept.get("key"))));
                used.add(concept.get("title").textValue());
                used.addAll(texts(concept.at("/table/columns")));
                used.add(concept.at("/table/sort").textValue().replaceFirst("^-", ""));
                concept.at("/form/sections").forEach(section -> used.addAll(texts(section.get("fields"))));
                concept.get("insights")
                        .forEach(insight -> used.add(insight.get("by").textValue()));
                used.addAll(texts(concept.at("/operations/list/search")));
                assertThat(fields).as(concept.get("name").textValue()).containsAll(used);
            }
        }
    }

    @Test
    void everyFieldThatIsEnteredStandsInTheFormOnce() {
        for (JsonNode concept : EVERY.get("concepts")) {
            List<String> entered = new ArrayList<>();
            concept.get("fields").forEach(field -> {
                if (!field.path("readOnly").asBoolean()) {
                    entered.add(field.get("name").textValue());
                }
            });
            List<String> form = new ArrayList<>();
            concept.at("/form/sections").forEach(section -> form.addAll(texts(section.get("fields"))));
            assertThat(form).containsExactlyInAnyOrderElementsOf(entered);
        }
    }

    @Test
    void typesAreThoseOfTheWebApp() {
        assertThat(TYPES).containsAll(texts(EVERY.get("concepts").findValues("type")));
    }

    @Test
    void referencesNameConcepts() {
        List<String> names = new ArrayList<>();
        EVERY.get("concepts").forEach(concept -> names.add(concept.get("name").textValue()));
        assertThat(names).containsAll(texts(EVERY.get("concepts").findValues("to")));
    }

    @Test
    void boundsThatNumbersWouldRoundAreText() {
        assertThat(field(EVERY, "everyType", "optional_long")
                        .get("exclusiveMaximum")
                        .textValue())
                .isEqualTo("9007199254740993");
        assertThat(field(OWLS, "sighting", "weight").get("minimum").textValue()).isEqualTo("20");
        assertThat(field(EVERY, "everyType", "optional_int").get("minimum").intValue())
                .isEqualTo(-5);
    }

    @Test
    void followsTheContract() {
        assertThat(OWLS.get("modelVersion").intValue()).isEqualTo(1);
        assertThat(OWLS.at("/api/basePath").textValue()).isEqualTo("/api");
        assertThat(OWLS.at("/api/openapi").textValue()).isEqualTo("/api/openapi.json");
        assertThat(field(OWLS, "sighting", "heavy").get("computed").textValue()).isEqualTo("weight > 600");
        assertThat(field(OWLS, "sighting", "id").get("generated").textValue()).isEqualTo("uuid");
        assertThat(field(OWLS, "sighting", "rings").has("required")).isFalse();
        assertThat(field(OWLS, "site", "position").at("/fields/0/maximum").textValue())
                .isEqualTo("90");
    }

    @Test
    void hostileTextComesOutAsItWas() {
        assertThat(model(Models.hostile()).at("/concepts/0/description").textValue())
                .isEqualTo(Models.HOSTILE);
    }

    private static JsonNode field(JsonNode model, String concept, String field) {
        for (JsonNode c : model.get("concepts")) {
            for (JsonNode f : c.get("fields")) {
                if (c.get("name").textValue().equals(concept)
                        && f.get("name").textValue().equals(field)) {
                    return f;
                }
            }
        }
        throw new AssertionError(concept + "." + field);
    }

    private static List<String> texts(Iterable<JsonNode> nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.textValue()));
        return texts;
    }

    private static JsonNode model(Model model) {
        try {
            return new ObjectMapper().readTree(Models.file(new WebModelEmitter(), model, "model.json"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
