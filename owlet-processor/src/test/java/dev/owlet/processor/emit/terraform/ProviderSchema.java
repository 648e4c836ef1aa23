package dev.owlet.processor.emit.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the AWS provider takes, of the types that the modules use; {@code .ci/schema-slice.py} made the file. */
final class ProviderSchema {
    private static final Set<String> META = Set.of("count", "for_each", "depends_on", "lifecycle", "provider");
    private static final JsonNode SCHEMA = read();

    private final List<String> faults = new ArrayList<>();

    private ProviderSchema() {}

    private static JsonNode read() {
        try (InputStream in = ProviderSchema.class.getResourceAsStream("/terraform/aws-5.100.0.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema of a type's block. */
    static JsonNode of(String kind, String type) {
        return SCHEMA.path(kind).path(type);
    }

    /** What the provider would refuse in a module's resources and data sources. */
    static List<String> faults(JsonNode module) {
        ProviderSchema check = new ProviderSchema();
        for (String kind : List.of("resource", "data")) {
            for (Map.Entry<String, JsonNode> type : module.path(kind).properties()) {
                JsonNode schema = of(kind, type.getKey());
                if (schema.isMissingNode()) {
                    check.faults.add(type.getKey() + " is not in the slice");
                    continue;
                }
                type.getValue()
                        .properties()
                        .forEach(one -> check.body(
                                type.getKey() + "." + one.getKey(),
                                one.getValue(),
                                schema,
                                one.getValue().has("dynamic")));
            }
        }
        return check.faults;
    }

    private void body(String at, JsonNode body, JsonNode schema, boolean dynamic) {
        for (Map.Entry<String, JsonNode> part : body.properties()) {
            String name = part.getKey();
            if (name.equals("//") || name.equals("dynamic") || META.contains(name)) {
                continue;
            }
            if (schema.path("attributes").has(name)) {
                attribute(at + "." + name, part.getValue(), schema.at("/attributes/" + name));
            } else if (schema.path("blocks").has(name)) {
                blocks(at + "." + name, part.getValue(), schema.at("/blocks/" + name));
            } else {
                faults.add(at + " has no " + name);
            }
        }
        for (Map.Entry<String, JsonNode> block : body.path("dynamic").properties()) {
            JsonNode nested = schema.at("/blocks/" + block.getKey());
            body(at + "." + block.getKey(), block.getValue().path("content"), nested, true);
        }
        for (Map.Entry<String, JsonNode> attribute : schema.path("attributes").properties()) {
            if (attribute.getValue().get(0).textValue().equals("required") && !body.has(attribute.getKey())) {
                faults.add(at + " lacks " + attribute.getKey());
            }
        }
        for (Map.Entry<String, JsonNode> block : schema.path("blocks").properties()) {
            boolean given =
                    body.has(block.getKey()) || (dynamic && body.path("dynamic").has(block.getKey()));
            if (block.getValue().path("min").intValue() > 0 && !given) {
                faults.add(at + " lacks " + block.getKey());
            }
        }
    }

    private void blocks(String at, JsonNode value, JsonNode schema) {
        int most = schema.path("max").intValue();
        if (value.isArray() && most > 0 && value.size() > most) {
            faults.add(at + " stands more than " + most + " times");
        }
        if (!value.isContainerNode()) {
            faults.add(at + " is a block");
            return;
        }
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            body(at, one, schema, one.has("dynamic"));
        }
    }

    private void attribute(String at, JsonNode value, JsonNode schema) {
        String kind = schema.get(1).textValue();
        if (schema.get(0).textValue().equals("computed")) {
            faults.add(at + " cannot be set");
        } else if (!isTemplate(value) && !fits(value, kind)) {
            faults.add(at + " is a " + kind);
        }
    }

    private static boolean isTemplate(JsonNode value) {
        return value.isTextual() && value.textValue().startsWith("${");
    }

    private static boolean fits(JsonNode value, String kind) {
        return switch (kind) {
            case "string" -> value.isTextual();
            case "bool" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "list", "set" -> value.isArray();
            default -> value.isObject();
        };
    }
}
