package dev.owlet.runtime.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a write with an idempotency key, as they are kept in its commit. Runs of like outcomes are one entry;
 * of rows that were written only their places in the commit's files are kept, since the files hold the rest:
 *
 * <pre>{"files":1,"request":"fingerprint","outcomes":[["C",998,0],["R",[["/site","reference","there is no …"]]],["U",1,998]]}</pre>
 *
 * Everybody who opens the table reads the commit, so reasons of refusals are kept up to a bound; beyond it stands
 * {@code ["F",n]} for n rows that were refused.
 */
final class Receipt<T> {
    /** Characters of all reasons together; a reader of JSON takes no text beyond 20,000,000. */
    private static final int MAX_REASONS = 256 * 1024;

    private static final String FILES = "files";
    private static final String REQUEST = "request";
    private static final String OUTCOMES = "outcomes";
    private static final String CREATED = "C";
    private static final String UPDATED = "U";
    private static final String DELETED = "D";
    private static final String REJECTED = "R";
    private static final String REFUSED = "F";
    private static final String STALE = "S";
    private static final String MISSING = "M";

    private static final Violation FORGOTTEN =
            new Violation("", "refused", "was refused when this request came first; the reason is no longer kept");

    private final ArrayNode outcomes = Json.MAPPER.createArrayNode();
    private int reasons;

    private Receipt() {}

    /**
     * @param positions where each written row stands among those of the commit
     * @param key the key of a row
     * @param request its fingerprint, when it has one
     * @param files how many of the commit's files hold written rows: the first ones
     */
    static <T> String of(
            List<Outcome<T>> outcomes,
            Map<Key, Integer> positions,
            Function<T, Key> key,
            Optional<String> request,
            int files) {
        Receipt<T> receipt = new Receipt<>();
        for (Outcome<T> outcome : outcomes) {
            receipt.add(outcome, positions, key);
        }
        ObjectNode root = Json.MAPPER.createObjectNode().put(FILES, files);
        request.ifPresent(fingerprint -> root.put(REQUEST, fingerprint));
        root.set(OUTCOMES, receipt.outcomes);
        return root.toString();
    }

    private void add(Outcome<T> outcome, Map<Key, Integer> positions, Function<T, Key> key) {
        if (outcome instanceof Outcome.Created<T> created) {
            addWritten(CREATED, positions.get(key.apply(created.stored().row())));
        } else if (outcome instanceof Outcome.Updated<T> updated) {
            addWritten(UPDATED, positions.get(key.apply(updated.stored().row())));
        } else if (outcome instanceof Outcome.Rejected<T> rejected) {
            addRefused(rejected.violations());
        } else if (outcome instanceof Outcome.Stale) {
            addRun(STALE);
        } else {
            addRun(outcome instanceof Outcome.Missing ? MISSING : DELETED);
        }
    }

    /** A row that a later change of the same write deleted again has no place; it counts as deleted. */
    private void addWritten(String code, @Nullable Integer position) {
        if (position == null) {
            addRun(DELETED);
            return;
        }
        JsonNode last = outcomes.path(outcomes.size() - 1);
        if (last.path(0).asText().equals(code)
                && last.path(1).asInt() + last.path(2).asInt() == position) {
            ((ArrayNode) last).set(1, last.get(1).asInt() + 1);
        } else {
            outcomes.addArray().add(code).add(1).add(position);
        }
    }

    private void addRefused(List<Violation> violations) {
        int length = violations.stream()
                .mapToInt(v -> v.pointer().length() + v.message().length())
                .sum();
        if (reasons + length > MAX_REASONS) {
            addRun(REFUSED);
        } else {
            reasons += length;
            violations(outcomes.addArray().add(REJECTED).addArray(), violations);
        }
    }

    private void addRun(String code) {
        JsonNode last = outcomes.path(outcomes.size() - 1);
        if (last.path(0).asText().equals(code)) {
            ((ArrayNode) last).set(1, last.get(1).asInt() + 1);
        } else {
            outcomes.addArray().add(code).add(1);
        }
    }

    private static void violations(ArrayNode into, List<Violation> violations) {
        for (Violation violation : violations) {
            into.addArray().add(violation.pointer()).add(violation.code()).add(violation.message());
        }
    }

    /** The fingerprint of the request; empty when it was not told. */
    static Optional<String> request(String receipt) throws IOException {
        return Optional.ofNullable(Json.MAPPER.readTree(receipt).path(REQUEST).textValue());
    }

    /** How many of the commit's files hold written rows. */
    static int files(String receipt) throws IOException {
        return Json.MAPPER.readTree(receipt).path(FILES).asInt();
    }

    /**
     * The outcomes again.
     *
     * @param written the rows that the commit wrote, in its order
     * @param current the row that a change at an index met, for those that were stale
     */
    static <T> List<Outcome<T>> read(String receipt, List<Stored<T>> written, Function<Integer, Outcome<T>> current)
            throws IOException {
        List<Outcome<T>> outcomes = new ArrayList<>();
        for (JsonNode run : Json.MAPPER.readTree(receipt).path(OUTCOMES)) {
            String code = run.path(0).asText();
            if (code.equals(REJECTED)) {
                outcomes.add(new Outcome.Rejected<>(violations(run.path(1))));
                continue;
            }
            for (int i = 0; i < run.path(1).asInt(); i++) {
                outcomes.add(
                        switch (code) {
                            case CREATED ->
                                new Outcome.Created<>(written.get(run.path(2).asInt() + i));
                            case UPDATED ->
                                new Outcome.Updated<>(written.get(run.path(2).asInt() + i));
                            case STALE -> current.apply(outcomes.size());
                            case REFUSED -> new Outcome.Rejected<>(List.of(FORGOTTEN));
                            case MISSING -> new Outcome.Missing<>();
                            default -> new Outcome.Deleted<>();
                        });
            }
        }
        return outcomes;
    }

    private static List<Violation> violations(JsonNode entries) {
        List<Violation> violations = new ArrayList<>();
        for (JsonNode entry : entries) {
            violations.add(new Violation(
                    entry.path(0).asText(),
                    entry.path(1).asText(),
                    entry.path(2).asText()));
        }
        return violations;
    }
}
