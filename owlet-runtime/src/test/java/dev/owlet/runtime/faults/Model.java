package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one table must hold and answer, by the requests that its log has, in that order. Written without any of Owlet's own
 * writing.
 */
final class Model {
    /** An outcome about which the model knows nothing better than what the writer was told. */
    private static final String REFERENCE = "R reference";

    private final Table<?> table;
    private final Findings findings;
    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<List<JsonNode>, String> owners = new HashMap<>();

    /** @param etag null when nobody was told */
    record Row(
            JsonNode content,
            long version,
            String createdBy,
            String updatedBy,
            @Nullable String etag) {}

    Model(Table<?> table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    Map<String, Row> rows() {
        return rows;
    }

    /**
     * Does a request and compares what became of it.
     *
     * @param told the outcomes that the writer was told; null when it was told nothing
     */
    void apply(String where, Request request, @Nullable List<String> told) {
        findings.unless(
                told == null || told.size() == request.steps().size(), where, request.id() + " was told of " + told);
        for (int i = 0; i < request.steps().size(); i++) {
            apply(where, request, i, told == null || told.size() <= i ? null : told.get(i));
        }
    }

    private void apply(String where, Request request, int index, @Nullable String told) {
        Step step = request.steps().get(index);
        JsonNode row = step.row().map(given -> Rows.normal(table, given)).orElse(null);
        String expected = expected(step, row, told);
        boolean agreed = told == null || told.equals(expected) || told.startsWith(expected + " ");
        findings.unless(
                agreed,
                where,
                request.id() + " step " + index + " (" + step.json() + ") must end in " + expected + ", was told "
                        + told + "; before: " + rows.get(step.key()));
        String outcome = told == null ? expected : told;
        if (outcome.startsWith("D")) {
            remove(step.key());
        } else if (row != null && Answer.isAccepted(outcome)) {
            put(step.key(), row, request.id(), told == null ? null : told.substring(2));
        }
    }

    private String expected(Step step, @Nullable JsonNode row, @Nullable String told) {
        Row existing = rows.get(step.key());
        boolean replaces = step.action() == Step.Action.REPLACE || step.action() == Step.Action.DELETE;
        if (replaces && existing == null) {
            return "M";
        }
        if (existing != null
                && step.ifMatch().isPresent()
                && !matches(existing, step.ifMatch().get(), told)) {
            return "S";
        }
        if (row == null) {
            return REFERENCE.equals(told) && mayBeReferredTo(step.key()) ? REFERENCE : "D";
        }
        String reasons = reasons(step, row, existing, told);
        return reasons.isEmpty() ? existing == null ? "C" : "U" : "R " + reasons;
    }

    private String reasons(Step step, JsonNode row, @Nullable Row existing, @Nullable String told) {
        List<String> reasons = new ArrayList<>();
        if (step.action() == Step.Action.INSERT && existing != null) {
            reasons.add("duplicate");
        }
        if (told != null && told.contains("reference") && mayDangle(row)) {
            reasons.add("reference");
        }
        if (uniques(row).stream()
                .anyMatch(values -> !owners.getOrDefault(values, step.key()).equals(step.key()))) {
            reasons.add("unique");
        }
        return String.join(",", reasons);
    }

    /** A row that an unanswered write left has an entity tag of which only the first half is known. */
    private static boolean matches(Row existing, String tag, @Nullable String told) {
        if (existing.etag() != null) {
            return existing.etag().equals(tag);
        }
        return tag.startsWith("\"" + existing.version() + "-") && !"S".equals(told);
    }

    /** Other tables have another order: of what comes and goes there, the writer knows better. */
    private boolean mayDangle(JsonNode row) {
        return table.spec().references().keySet().stream()
                .anyMatch(column -> !Nests.isStable(row.path(column.name()).asText()));
    }

    private boolean mayBeReferredTo(String key) {
        return table.spec().name().equals("Nest") && key.startsWith("v");
    }

    private List<List<JsonNode>> uniques(JsonNode row) {
        return table.spec().unique().stream()
                .map(set -> set.stream().map(Column::name).map(row::path).collect(Collectors.toList()))
                .toList();
    }

    private void put(String key, JsonNode content, String by, @Nullable String etag) {
        Row before = remove(key);
        rows.put(
                key,
                before == null
                        ? new Row(content, 1, by, by, etag)
                        : new Row(content, before.version() + 1, before.createdBy(), by, etag));
        uniques(content).forEach(values -> owners.put(values, key));
    }

    private @Nullable Row remove(String key) {
        Row before = rows.remove(key);
        if (before != null) {
            uniques(before.content()).forEach(owners::remove);
        }
        return before;
    }
}
