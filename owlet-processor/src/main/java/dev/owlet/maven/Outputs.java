package dev.owlet.maven;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What the deployed project is called, as {@code terraform output -json} says. Secret outputs and those without a value are
 * left out.
 */
record Outputs(Map<String, String> values) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Outputs of(Terraform terraform) throws IOException, InterruptedException, MojoFailureException {
        return parse(terraform.text("output", "-json", "-no-color"));
    }

    static Outputs parse(String json) throws MojoFailureException {
        try {
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> output : JSON.readTree(json).properties()) {
                JsonNode value = output.getValue().path("value");
                if (value.isValueNode()
                        && !value.isNull()
                        && !output.getValue().path("sensitive").asBoolean()) {
                    values.put(output.getKey(), value.asText());
                }
            }
            return new Outputs(values);
        } catch (JsonProcessingException e) {
            throw new MojoFailureException("terraform output gave no JSON: " + e.getOriginalMessage(), e);
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** @throws MojoFailureException when nothing is deployed, or {@code infra/} no longer has that output */
    String require(String name) throws MojoFailureException {
        return find(name)
                .orElseThrow(() -> new MojoFailureException(
                        values.isEmpty()
                                ? "Nothing is deployed. Run mvn owlet:tf-up first."
                                : "infra/ has no output " + name
                                        + ". Add it, as the archetype writes it, and run mvn owlet:tf-up."));
    }
}
