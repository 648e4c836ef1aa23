package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.table.Outcome;
import dev.owlet.runtime.table.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a writer was told about a {@link Request}.
 *
 * @param outcomes one a step: {@code C} or {@code U} with the entity tag, {@code D}, {@code M}, {@code S}, or {@code R} with
 *     the codes of the reasons
 * @param conflicts commits lost on the way
 */
record Answer(String request, long version, boolean replayed, List<String> outcomes, long conflicts) {
    Answer {
        outcomes = List.copyOf(outcomes);
    }

    static Answer of(String request, WriteResult<?> result, long conflicts) {
        List<String> outcomes = result.outcomes().stream().map(Answer::text).toList();
        return new Answer(request, result.version(), result.replayed(), outcomes, conflicts);
    }

    private static String text(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Created<?> created) {
            return "C " + created.stored().etag();
        }
        if (outcome instanceof Outcome.Updated<?> updated) {
            return "U " + updated.stored().etag();
        }
        if (outcome instanceof Outcome.Rejected<?> rejected) {
            return "R "
                    + rejected.violations().stream()
                            .map(Violation::code)
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(","));
        }
        return outcome.getClass().getSimpleName().substring(0, 1);
    }

    /** Whether anything was changed, so that there is a commit. */
    boolean isCommitted() {
        return outcomes.stream().anyMatch(Answer::isAccepted);
    }

    static boolean isAccepted(String outcome) {
        return "CUD".indexOf(outcome.charAt(0)) >= 0;
    }

    JsonNode json() {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("id", request)
                .put("version", version)
                .put("replayed", replayed)
                .put("conflicts", conflicts);
        ArrayNode all = node.putArray("outcomes");
        outcomes.forEach(all::add);
        return node;
    }

    static Answer parse(JsonNode node) {
        List<String> outcomes = new ArrayList<>();
        node.path("outcomes").forEach(outcome -> outcomes.add(outcome.asText()));
        return new Answer(
                node.path("id").asText(),
                node.path("version").asLong(),
                node.path("replayed").asBoolean(),
                outcomes,
                node.path("conflicts").asLong());
    }
}
