package dev.owlet.processor.emit.terraform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;

/** What the user of the storage module may set. */
final class StorageVariables {
    private StorageVariables() {}

    static ObjectNode of(String project) {
        ObjectNode variables = Json.object();
        ObjectNode name = variable(
                variables,
                "name",
                "string",
                "First part of every name: the project's, or with an environment, such as " + project + "-test.");
        name.put("default", project);
        // A bucket's name has 63 characters at most; "-data-", the account and the region take 33.
        check(
                name,
                "length(var.name) <= 30 && can(regex(\"^[a-z][a-z0-9]*(-[a-z0-9]+)*$\", var.name))",
                "The name has lower-case letters, digits and single hyphens, starts with a letter and has at most 30"
                        + " characters.");
        check(
                name,
                "!can(regex(\"aws|amazon|amzn|cognito\", var.name))",
                "The name must not contain aws, amazon, amzn or cognito, which AWS keeps for itself.");
        variable(variables, "tags", "map(string)", "Tags of the bucket, beside the provider's default tags.")
                .putObject("default");
        variable(variables, "force_destroy", "bool", "Whether destroying the bucket deletes the data in it.")
                .put("default", false);
        days(variables, "undo_days", "Days for which deleted and overwritten objects can be taken back.", 7);
        days(variables, "inbox_days", "Days for which files handed in are kept after their import.", 30);
        variable(
                        variables,
                        "extra_policy_documents",
                        "list(string)",
                        "Policies, as JSON, to merge into the bucket's one policy.")
                .putArray("default");
        return variables;
    }

    private static void days(ObjectNode variables, String name, String description, int days) {
        ObjectNode variable = variable(variables, name, "number", description).put("default", days);
        check(
                variable,
                "var." + name + " >= 1 && floor(var." + name + ") == var." + name,
                "The number of days is a whole number from 1.");
    }

    private static ObjectNode variable(ObjectNode variables, String name, String type, String description) {
        return variables
                .putObject(name)
                .put("type", type)
                .put("description", description)
                .put("nullable", false);
    }

    private static void check(ObjectNode variable, String condition, String message) {
        variable.withArray("validation")
                .addObject()
                .put("condition", "${" + condition + "}")
                .put("error_message", message);
    }
}
