package dev.owlet.processor.emit.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What of a module is the same for every project: a file of the processor's own, {@code <module>.tf.json}. */
final class Template {
    private static final String FOLDER = "/dev/owlet/terraform/";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Template() {}

    /**
     * A module as a tree: requirements, variables, then what the template holds, in its order.
     *
     * @param project the default of the variable {@code name}, which every module has
     * @param defaults of variables that the template leaves open; the template has each
     */
    static ObjectNode module(String name, String project, Map<String, Number> defaults) {
        ObjectNode template = tree(name + ".tf.json");
        ObjectNode module = Json.object();
        ObjectNode terraform = module.putObject("terraform").put("required_version", ">= 1.10");
        terraform
                .putObject("required_providers")
                .putObject("aws")
                .put("source", "hashicorp/aws")
                .put("version", "~> 5.100");
        ObjectNode variables = module.putObject("variable");
        variables.set("name", nameVariable(project));
        for (Map.Entry<String, JsonNode> variable :
                template.required("variable").properties()) {
            variables.set(variable.getKey(), variable(variable.getKey(), (ObjectNode) variable.getValue(), defaults));
        }
        template.remove("variable");
        return module.setAll(template);
    }

    private static ObjectNode variable(String name, ObjectNode template, Map<String, Number> defaults) {
        ObjectNode variable = Json.object();
        variable.setAll(template);
        if (defaults.containsKey(name)) {
            variable.set(
                    "default", Json.number(new BigDecimal(defaults.get(name).toString())));
        }
        if (!template.has("nullable")) {
            variable.put("nullable", false);
        }
        return variable;
    }

    private static ObjectNode nameVariable(String project) {
        ObjectNode variable = Json.object()
                .put("type", "string")
                .put(
                        "description",
                        "First part of every name: the project's, or with an environment, such as " + project
                                + "-test.")
                .put("default", project)
                .put("nullable", false);
        // A bucket's name has 63 characters at most; "-data-", the account and the region take 33.
        check(
                variable,
                "length(var.name) <= 30 && can(regex(\"^[a-z][a-z0-9]*(-[a-z0-9]+)*$\", var.name))",
                "The name has lower-case letters, digits and single hyphens, starts with a letter and has at most 30"
                        + " characters.");
        check(
                variable,
                "!can(regex(\"aws|amazon|cognito|^sthree-|^amzn-\", var.name))",
                "The name must not contain aws, amazon or cognito, nor begin with sthree- or amzn-: AWS keeps these for"
                        + " itself.");
        return variable;
    }

    private static void check(ObjectNode variable, String condition, String message) {
        variable.withArray("validation")
                .addObject()
                .put("condition", "${" + condition + "}")
                .put("error_message", message);
    }

    /** The content of a file beside the templates. */
    static String text(String file) {
        try (InputStream in = Template.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the processor lacks its file " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode tree(String file) {
        try {
            return (ObjectNode) MAPPER.readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
