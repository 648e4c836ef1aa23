package dev.owlet.processor.emit.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A concept as the web app knows it. */
final class WebConcepts {
    private WebConcepts() {}

    static ObjectNode of(Concept concept) {
        ObjectNode web =
                Json.object().put("name", WebFields.lowerCamel(concept.name())).put("path", concept.path());
        web.putObject("label").put("one", concept.title()).put("many", concept.pluralTitle());
        web.put("icon", Icons.of(concept));
        Json.putText(web, "module", concept.module());
        Json.putText(web, "description", concept.description());
        List<String> key = concept.key();
        web.set("key", key.size() == 1 ? TextNode.valueOf(key.get(0)) : Json.strings(key));
        web.put("title", concept.label().orElse(key.get(0)));
        concept.fields().forEach(field -> web.withArray("fields").add(WebFields.of(field)));
        web.set("form", Layout.form(concept));
        web.set("table", Layout.table(concept));
        web.set("insights", Insights.of(concept));
        rules(concept, web);
        web.set("operations", Operations.of(concept));
        web.set("access", access(concept));
        web.set("upload", upload(concept.upload()));
        return web;
    }

    /** Fields that a person may enter. */
    static List<Field> entered(Concept concept) {
        return concept.fields().stream()
                .filter(Field::isEntered)
                .filter(field -> !isGenerated(field))
                .toList();
    }

    static boolean isGenerated(Field field) {
        return field.defaultValue().orElse(null) instanceof Field.Default.NewUuid;
    }

    private static void rules(Concept concept, ObjectNode web) {
        for (Concept.Rule rule : concept.rules()) {
            web.withArray("rules")
                    .addObject()
                    .put("name", rule.name())
                    .put("source", rule.source())
                    .set("when", WebExpressions.of(rule.condition()));
        }
        for (List<String> set : concept.unique()) {
            web.withArray("unique").add(Json.strings(set));
        }
        concept.subject().ifPresent(field -> web.put("subject", field));
        concept.partition()
                .ifPresent(partition -> web.putObject("partition")
                        .put("by", partition.transform().name().toLowerCase(Locale.ROOT))
                        .put("field", partition.field()));
    }

    private static ObjectNode access(Concept concept) {
        ObjectNode access = Json.object();
        for (Map.Entry<String, Set<Concept.Operation>> group : concept.access().entrySet()) {
            ArrayNode operations = access.putArray(group.getKey());
            for (Concept.Operation operation : Concept.Operation.values()) {
                if (group.getValue().contains(operation)) {
                    operations.add(operation.name().toLowerCase(Locale.ROOT));
                }
            }
        }
        return access;
    }

    private static ObjectNode upload(Concept.Upload upload) {
        ObjectNode web = Json.object();
        upload.delimiter().ifPresent(c -> web.put("delimiter", c.toString()));
        web.put("header", upload.header());
        upload.escape().ifPresent(c -> web.put("escape", c.toString()));
        upload.encoding().ifPresent(name -> web.put("encoding", name));
        web.set("missing", Json.strings(upload.missing()));
        texts(web, "columns", upload.columns());
        texts(web, "formats", upload.formats());
        return web;
    }

    private static void texts(ObjectNode web, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            ObjectNode object = web.putObject(name);
            texts.forEach(object::put);
        }
    }
}
