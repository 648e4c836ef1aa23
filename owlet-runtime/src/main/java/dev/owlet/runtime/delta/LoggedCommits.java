package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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

    static LoggedCommit parse(String table, long version, Instant when, byte[] commit) throws IOException {
        List<JsonNode> infos = new ArrayList<>();
        List<DataFile> added = new ArrayList<>();
        List<DataFile> removed = new ArrayList<>();
        CommitLines.each(table, version, commit, action -> {
            if (action.has("commitInfo")) {
                infos.add(action.get("commitInfo"));
            } else if (action.has("add")) {
                added.add(Replay.file(action.get("add")));
            } else if (action.has("remove")) {
                removed.add(Replay.file(action.get("remove")));
            }
        });
        JsonNode info = infos.isEmpty() ? MissingNode.getInstance() : infos.get(0);
        JsonNode metadata = info.path("userMetadata");
        return new LoggedCommit(
                version,
                when,
                info.path("userName").asText(info.path("engineInfo").asText("")),
                info.path("operation").asText(""),
                metrics(info.path("operationMetrics")),
                metadata.isTextual() ? Optional.of(metadata.asText()) : Optional.empty(),
                added,
                removed);
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
