package dev.owlet.runtime.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The outcomes of a write with an idempotency key, as they are kept in its commit. Runs of like outcomes are one entry;
 * of rows that were written only their places in the commit's files are kept, since the files hold the rest:
 *
 * <pre>{"files":1,"request":"fingerprint","outcomes":[["C",998,0],["R",[["/site","reference","there is no …"]]],["U",1,998]]}</pre>
 *
 * A row that a later change of the same write changed again or deleted lies in no file, and is kept here. Everybody who
 * opens the table reads the commit, so such rows and reasons of refusals are kept up to a bound; beyond it stands
 * {@code ["F",n]} for n rows that were refused, and {@code ["L"]} for what is lost.
 */
final class Receipt<T> {
    /** Characters of all reasons and rows together; a reader of JSON takes no text beyond 20,000,000. */
    private static final int MAX_KEPT = 256 * 1024;

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
    private static final String SUPERSEDED = "X";
    private static final String LOST = "L";

    private static final Violation FORGOTTEN =
            new Violation("", "refused", "was refused when this request came first; the reason is no longer kept");

    private final ArrayNode outcomes = Json.MAPPER.createArrayNode();
    private int kept;

    private Receipt() {}

    /**
     * @param positions where each written row stands among those of the commit
     * @param type of rows with their system columns
     * @param request its fingerprint, when it has one
     * @param files how many of the commit's files hold written rows: the first ones
     */
    static <T> String of(
            List<Outcome<T>> outcomes,
            IdentityHashMap<Stored<T>, Integer> positions,
            RowType<Stored<T>> type,
            Optional<String> request,
            int files) {
        Receipt<T> receipt = new Receipt<>();
        for (Outcome<T> outcome : outcomes) {
            receipt.add(outcome, positions, type);
        }
        ObjectNode root = Json.MAPPER.createObjectNode().put(FILES, files);
        request.ifPresent(fingerprint -> root.put(REQUEST, fingerprint));
        root.set(OUTCOMES, receipt.outcomes);
        return root.toString();
    }

    private void add(Outcome<T> outcome, IdentityHashMap<Stored<T>, Integer> positions, RowType<Stored<T>> type) {
        if (outcome instanceof Outcome.Created<T> created) {
            addWritten(CREATED, created.stored(), positions, type);
        } else if (outcome instanceof Outcome.Updated<T> updated) {
            addWritten(UPDATED, updated.stored(), positions, type);
        } else if (outcome instanceof Outcome.Rejected<T> rejected) {
            addRefused(rejected.violations());
        } else if (outcome instanceof Outcome.Stale) {
            addRun(STALE);
        } else {
            addRun(outcome instanceof Outcome.Missing ? MISSING : DELETED);
        }
    }

    private void addWritten(
            String code, Stored<T> stored, IdentityHashMap<Stored<T>, Integer> positions, RowType<Stored<T>> type) {
        Integer position = positions.get(stored);
        if (position == null) {
            addSuperseded(code, type.toJson(stored));
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

    private void addSuperseded(String code, String row) {
        if (kept + row.length() > MAX_KEPT) {
            outcomes.addArray().add(LOST);
        } else {
            kept += row.length();
            outcomes.addArray().add(SUPERSEDED).add(code).add(row);
        }
    }

    private void addRefused(List<Violation> violations) {
        int length = violations.stream()
                .mapToInt(v -> v.pointer().length() + v.message().length())
                .sum();
        if (kept + length > MAX_KEPT) {
            addRun(REFUSED);
        } else {
            kept += length;
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
     * @param type of rows with their system columns
     * @param current the row that a change at an index met, for those that were stale
     * @throws KeyReusedException when there were more than are kept
     */
    static <T> List<Outcome<T>> read(
            String receipt, List<Stored<T>> written, RowType<Stored<T>> type, Function<Integer, Outcome<T>> current)
            throws IOException {
        List<Outcome<T>> outcomes = new ArrayList<>();
        for (JsonNode run : Json.MAPPER.readTree(receipt).path(OUTCOMES)) {
            switch (run.path(0).asText()) {
                case REJECTED -> outcomes.add(new Outcome.Rejected<>(violations(run.path(1))));
                case SUPERSEDED ->
                    outcomes.add(written(
                            run.path(1).asText(), type.fromJson(run.path(2).asText())));
                case LOST ->
                    throw new KeyReusedException(
                            "this request was done, but changed its own rows so often that its outcome is not kept; read the"
                                    + " table instead");
                default -> addRun(run, written, current, outcomes);
            }
        }
        return outcomes;
    }

    private static <T> void addRun(
            JsonNode run, List<Stored<T>> written, Function<Integer, Outcome<T>> current, List<Outcome<T>> outcomes) {
        String code = run.path(0).asText();
        for (int i = 0; i < run.path(1).asInt(); i++) {
            outcomes.add(
                    switch (code) {
                        case CREATED, UPDATED ->
                            written(code, written.get(run.path(2).asInt() + i));
                        case STALE -> current.apply(outcomes.size());
                        case REFUSED -> new Outcome.Rejected<>(List.of(FORGOTTEN));
                        case MISSING -> new Outcome.Missing<>();
                        default -> new Outcome.Deleted<>();
                    });
        }
    }

    private static <T> Outcome<T> written(String code, Stored<T> stored) {
        return code.equals(CREATED) ? new Outcome.Created<>(stored) : new Outcome.Updated<>(stored);
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
