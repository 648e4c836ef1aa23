package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.owlet.runtime.row.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a commit says of itself: the optional action {@code commitInfo}, of which each engine has its own idea. */
final class LoggedCommits {
    private LoggedCommits() {}

    static LoggedCommit parse(long version, Instant when, byte[] commit) throws IOException {
        JsonNode info = MissingNode.getInstance();
        List<DataFile> added = new ArrayList<>();
        for (String line : Replay.lines(commit)) {
            JsonNode action = Json.MAPPER.readTree(line);
            if (action.has("commitInfo")) {
                info = action.get("commitInfo");
            } else if (action.has("add")) {
                added.add(Replay.file(action.get("add")));
            }
        }
        JsonNode metadata = info.path("userMetadata");
        return new LoggedCommit(
                version,
                when,
                info.path("userName").asText(info.path("engineInfo").asText("")),
                info.path("operation").asText(""),
                metrics(info.path("operationMetrics")),
                metadata.isTextual() ? Optional.of(metadata.asText()) : Optional.empty(),
                added);
    }

    private static Map<String, Long> metrics(JsonNode node) {
        Map<String, Long> metrics = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> metric : node.properties()) {
            String text = metric.getValue().asText();
            if (text.matches("\\d{1,18}")) {
                metrics.put(metric.getKey(), Long.parseLong(text));
            }
        }
        return metrics;
    }
}
