package dev.owlet.processor.emit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Models;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiEmitterTest {
    private static final List<JsonNode> DOCUMENTS = List.of(document("owl-watch"), document("every-type"), hostile());

    static List<JsonNode> documents() {
        return DOCUMENTS;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void hasTheStructureOfOpenApi(JsonNode document) throws IOException {
        try (InputStream in = OpenApiEmitterTest.class.getResourceAsStream("/openapi-structure.json")) {
            String structure = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Schemas.faults(Schemas.schema(structure), document.toString()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyReferenceResolves(JsonNode document) {
        for (JsonNode reference : document.findValues("$ref")) {
            String pointer = reference.textValue();
            assertThat(pointer).startsWith("#/");
            assertThat(document.at(pointer.substring(1)).isMissingNode())
                    .as(pointer)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyComponentIsReferredTo(JsonNode document) {
        Set<String> used = new HashSet<>();
        document.findValues("$ref").forEach(reference -> used.add(reference.textValue()));
        for (String kind : List.of("schemas", "parameters", "responses")) {
            document.at("/components/" + kind)
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(used).contains("#/components/" + kind + "/" + name));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void operationIdsAreUnique(JsonNode document) {
        List<String> ids = operations(document).stream()
                .map(operation -> operation.get("operationId").textValue())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void parametersOfAnOperationAreUnique(JsonNode document) {
        for (JsonNode operation : operations(document)) {
            List<String> names = new ArrayList<>();
            for (JsonNode parameter : operation.path("parameters")) {
                JsonNode resolved = parameter.has("$ref")
                        ? document.at(parameter.get("$ref").textValue().substring(1))
                        : parameter;
                names.add(resolved.get("in").textValue() + " "
                        + resolved.get("name").textValue());
            }
            assertThat(names).as(operation.get("operationId").textValue()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void schemasMeetTheMetaSchema(JsonNode document) {
        for (Map.Entry<String, JsonNode> schema :
                document.at("/components/schemas").properties()) {
            assertThat(Schemas.metaFaults(schema.getValue().toString()))
                    .as(schema.getKey())
                    .isEmpty();
        }
    }

    @Test
    void examplesOfBodiesPassTheirSchemas() {
        JsonNode document = document("every-type");
        for (JsonNode operation : operations(document)) {
            JsonNode media = operation.at("/requestBody/content/application~1json");
            if (media.has("example")) {
                ObjectNode schema = media.get("schema").deepCopy();
                schema.set("components", document.get("components"));
                assertThat(Schemas.faults(
                                Schemas.schema(schema.toString()),
                                media.get("example").toString()))
                        .as(operation.get("operationId").textValue())
                        .isEmpty();
            }
        }
    }

    @Test
    void namesTheGroupsOfTheModel() {
        JsonNode document = document("owl-watch");
        assertThat(document.at("/paths/~1api~1sightings~1{key}/delete/x-groups"))
                .map(JsonNode::textValue)
                .containsExactly("admin");
        assertThat(document.at("/paths/~1api~1sightings/get/x-groups"))
                .map(JsonNode::textValue)
                .containsExactly("reader", "editor", "admin");
    }

    @Test
    void openRoutesNeedNoToken() {
        assertThat(document("owl-watch").at("/paths/~1api~1health/get/security").isEmpty())
                .isTrue();
    }

    @Test
    void hasEveryRouteOfAConcept() {
        assertThat(document("owl-watch").get("paths").fieldNames())
                .toIterable()
                .filteredOn(path -> path.startsWith("/api/sightings"))
                .containsExactly(
                        "/api/sightings",
                        "/api/sightings/batch",
                        "/api/sightings/summary",
                        "/api/sightings/history",
                        "/api/sightings/export",
                        "/api/sightings/uploads",
                        "/api/sightings/uploads/{id}",
                        "/api/sightings/uploads/{id}/complete",
                        "/api/sightings/{key}");
    }

    @Test
    void aFieldNamedAsAParameterDoesNotCollide() {
        JsonNode document = Schemas.tree(Models.file(new OpenApiEmitter(), Models.of("""
                        owlet: 1
                        project: words
                        concepts:
                          Key:
                            key: key
                            fields: {key: text, limit: int, sort: text, q: text search, version: int, format: text}
                        """), "openapi.json"));
        parametersOfAnOperationAreUnique(document);
        everyReferenceResolves(document);
    }

    private static JsonNode document(String name) {
        return Schemas.tree(Models.file(new OpenApiEmitter(), Models.ofCase(name), "openapi.json"));
    }

    private static JsonNode hostile() {
        return Schemas.tree(Models.file(new OpenApiEmitter(), Models.hostile(), "openapi.json"));
    }

    private static List<JsonNode> operations(JsonNode document) {
        List<JsonNode> operations = new ArrayList<>();
        document.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("operationId")) {
                        operations.add(operation);
                    }
                }));
        return operations;
    }
}
