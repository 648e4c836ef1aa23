package dev.owlet.processor.emit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import dev.owlet.processor.Cases;
import dev.owlet.processor.emit.Models;
import dev.owlet.processor.emit.java.JavaCompilation;
import dev.owlet.processor.emit.web.WebModelEmitter;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Model;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.row.Violations;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One set of rules, three readers: what the generated record says of a row, the JSON Schema says too, and so does the web
 * app, whose own test takes the files that are kept here. {@code -Dowlet.cases.rewrite=true} writes them anew.
 */
class RuleVectorsTest {
    private static final Path FOLDER = Path.of("src/test/vectors");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What no JSON Schema says: rules among fields; bounds of what is a text there (decimals, dates, times, now). */
    private static final Set<String> BEYOND_SCHEMA = Set.of("rule", "min", "max");

    /** What its formats and patterns leave open: U+0000, the year 0, the last of 19 digits, a blank for the T, ftp. */
    private static final Pattern LEFT_OPEN = Pattern.compile(
            ".*(U\\+0000|years 0001 to 9999|9223372036854775807|with offset" + "|http:// or https://).*|is required");

    private static final Set<String> PLACES = Set.of("scale", "precision");

    /** Where it wants less: zeros behind the last place change no value. */
    private static final Pattern ZEROS = Pattern.compile("\\.0+\"");

    /** Where it wants more: RFC 3339 has seconds, RFC 3986 no letters beyond ASCII. */
    private static final Set<String> STRICTER_FORMATS = Set.of("format", "type");

    @TempDir
    Path output;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/cases/owl-watch",
                "src/test/cases/every-type",
                "../examples/chinook",
                "../examples/country-codes"
            })
    void recordAndSchemaAgree(String folder) throws Exception {
        Path place = Path.of(folder);
        Model model = Models.of(Cases.text(place));
        assertThat(JavaCompilation.compile(JavaCompilation.generate(Cases.bytes(place), "com.acme"), output))
                .isEmpty();
        JsonNode described = Schemas.tree(Models.file(new WebModelEmitter(), model, "model.json"));
        ObjectNode file = JSON.createObjectNode();
        ArrayNode concepts = file.putArray("concepts");
        List<String> differences = new ArrayList<>();
        try (URLClassLoader classes = JavaCompilation.load(output)) {
            for (int i = 0; i < model.concepts().size(); i++) {
                Concept concept = model.concepts().get(i);
                RowType<?> type = (RowType<?>) classes.loadClass("com.acme." + concept.name())
                        .getMethod("rowType")
                        .invoke(null);
                Schema schema = Schemas.schema(
                        Models.file(new JsonSchemaEmitter(), model, "schema/" + concept.table() + ".json"));
                concepts.add(vectors(
                        new ExampleRows(model).input(concept),
                        described.path("concepts").get(i),
                        type,
                        schema,
                        differences));
            }
        }
        assertThat(differences).isEmpty();
        keep(FOLDER.resolve(place.getFileName() + ".json"), file);
    }

    private static ObjectNode vectors(
            ObjectNode base, JsonNode concept, RowType<?> type, Schema schema, List<String> differences)
            throws IOException {
        ObjectNode out = JSON.createObjectNode();
        out.set("concept", concept);
        out.set("base", base);
        ArrayNode cases = out.putArray("cases");
        add(cases, base, JSON.createObjectNode(), null, type, schema, differences);
        for (JsonNode field : concept.path("fields")) {
            if (!field.path("readOnly").asBoolean()) {
                add(cases, base, field, null, type, schema, differences);
                for (JsonNode value : EdgeValues.of(field)) {
                    add(cases, base, field, value, type, schema, differences);
                }
            }
        }
        return out;
    }

    private static void add(
            ArrayNode cases,
            ObjectNode base,
            JsonNode field,
            @Nullable JsonNode value,
            RowType<?> type,
            Schema schema,
            List<String> differences)
            throws IOException {
        String name = field.path("name").asText(null);
        ObjectNode row = base.deepCopy();
        if (name != null) {
            row.remove(name);
        }
        if (value != null) {
            row.set(name, value);
        }
        List<Violation> violations = violations(type, Json.MAPPER.readTree(row.toString()));
        if (violations.stream().anyMatch(v -> v.message().contains(" " + Year.now(ZoneOffset.UTC) + "-"))) {
            return; // a bound that moves
        }
        List<String> faults = Schemas.faults(schema, row.toString());
        if (faults.isEmpty() != violations.isEmpty() && !explained(field, value, violations, faults)) {
            differences.add(name + " = " + value + ": record " + violations + ", schema " + faults);
        }
        ObjectNode one = cases.addObject();
        if (name != null) {
            one.put("at", name);
        }
        if (value != null) {
            one.set("value", value);
        }
        ArrayNode problems = one.putArray("problems");
        violations.forEach(
                v -> problems.addArray().add(v.pointer()).add(v.code()).add(v.message()));
    }

    private static boolean explained(
            JsonNode field, @Nullable JsonNode value, List<Violation> violations, List<String> faults) {
        if (faults.isEmpty()) {
            boolean number = value != null && value.isNumber(); // patterns are for texts
            return violations.stream()
                    .allMatch(v -> BEYOND_SCHEMA.contains(v.code())
                            || number && PLACES.contains(v.code())
                            || LEFT_OPEN.matcher(v.message()).matches());
        }
        if (ZEROS.matcher(String.valueOf(value)).find()) {
            return true;
        }
        // A key that no row can have is not found: the table says so.
        boolean reference = field.path("type").asText().equals("reference")
                || field.at("/items/type").asText().equals("reference");
        return reference
                || faults.stream().allMatch(f -> STRICTER_FORMATS.contains(f.substring(f.lastIndexOf(' ') + 1)));
    }

    private static <T> List<Violation> violations(RowType<T> type, JsonNode row) {
        Violations violations = new Violations();
        Values values = type.parse(row, ValueType.Mode.STRICT, violations);
        if (values != null) {
            type.create(values, violations);
        }
        return violations.list();
    }

    /** One case a line, so that a difference is one. */
    private static void keep(Path file, ObjectNode content) throws IOException {
        StringBuilder text = new StringBuilder("{\"concepts\": [\n");
        for (JsonNode concept : content.path("concepts")) {
            text.append(text.charAt(text.length() - 2) == '[' ? "" : ",\n");
            text.append("{\"concept\": ")
                    .append(concept.get("concept"))
                    .append(",\n\"base\": ")
                    .append(concept.get("base"))
                    .append(",\n\"cases\": [\n");
            List<String> lines = new ArrayList<>();
            concept.path("cases").forEach(one -> lines.add(one.toString()));
            text.append(String.join(",\n", lines)).append("\n]}");
        }
        text.append("\n]}\n");
        if (Cases.rewrite()) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }
}
