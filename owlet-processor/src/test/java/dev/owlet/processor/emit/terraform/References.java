package dev.owlet.processor.emit.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the templates of a module refer to, and whether it is there. */
final class References {
    private static final Pattern NAMED = Pattern.compile("\\b(var|local)\\.(\\w+)");
    private static final Pattern ADDRESS =
            Pattern.compile("(data\\.)?\\b(aws_\\w+)\\.(\\w+)(?:\\[[^\\]]*\\])?(?:\\.(\\w+))?");

    private final JsonNode module;
    private final Set<String> used = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();

    private References(JsonNode module) {
        this.module = module;
    }

    /** References to what the module does not have, and variables and locals that nothing refers to. */
    static List<String> faults(JsonNode module) {
        References references = new References(module);
        references.visit(module);
        references.unused("var", module.path("variable"));
        references.unused("local", module.path("locals"));
        return references.faults;
    }

    private void visit(JsonNode node) {
        node.forEach(this::visit);
        if (node.has("depends_on")) {
            node.path("depends_on").forEach(address -> addresses(address.textValue()));
        }
        if (node.isTextual() && node.textValue().contains("${")) {
            names(node.textValue());
            addresses(node.textValue());
        }
    }

    private void names(String template) {
        Matcher matcher = NAMED.matcher(template);
        while (matcher.find()) {
            used.add(matcher.group());
            String section = matcher.group(1).equals("var") ? "variable" : "locals";
            if (!module.path(section).has(matcher.group(2))) {
                faults.add("there is no " + matcher.group());
            }
        }
    }

    private void addresses(String template) {
        Matcher matcher = ADDRESS.matcher(template);
        while (matcher.find()) {
            String kind = matcher.group(1) == null ? "resource" : "data";
            String attribute = matcher.group(4);
            if (!module.path(kind).path(matcher.group(2)).has(matcher.group(3))) {
                faults.add("there is no " + matcher.group());
            } else if (attribute != null
                    && !ProviderSchema.of(kind, matcher.group(2))
                            .path("attributes")
                            .has(attribute)) {
                faults.add(matcher.group(2) + " has no " + attribute);
            }
        }
    }

    private void unused(String prefix, JsonNode declared) {
        declared.fieldNames().forEachRemaining(name -> {
            if (!used.contains(prefix + "." + name)) {
                faults.add(prefix + "." + name + " is not used");
            }
        });
    }
}
