package dev.owlet.maven;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Events of a log group as they come. Events may arrive late and out of order, so that a while is asked for again, and what
 * was shown is not shown twice.
 */
final class LogTail {
    private static final Duration LATE = Duration.ofMinutes(1);

    private final AwsCli aws;
    private final String group;
    private final Consumer<String> out;
    private final Set<String> shown = new HashSet<>();
    private Instant from;

    /** @param from the first event to show */
    LogTail(AwsCli aws, String group, Instant from, Consumer<String> out) {
        this.aws = aws;
        this.group = group;
        this.from = from;
        this.out = out;
    }

    /** Shows what came since the last look. The client follows pages by itself. */
    void look() throws IOException, InterruptedException, MojoFailureException {
        JsonNode answer = aws.json(List.of(
                "logs",
                "filter-log-events",
                "--log-group-name",
                group,
                "--start-time",
                String.valueOf(from.toEpochMilli())));
        for (JsonNode event : answer.path("events")) {
            if (shown.add(event.path("eventId").asText())) {
                Instant at = Instant.ofEpochMilli(event.path("timestamp").asLong());
                out.accept(at + " " + event.path("message").asText().stripTrailing());
                from = latest(from, at.minus(LATE));
            }
        }
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
