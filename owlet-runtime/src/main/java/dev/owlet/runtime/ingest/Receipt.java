package dev.owlet.runtime.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.format.FormatReport;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.table.Load;
import dev.owlet.runtime.table.Loaded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A report as the commit keeps it, so that a repetition is answered as the first was. */
final class Receipt {
    /** Everybody who opens the table reads its commits: so many characters of refused rows are kept. */
    private static final int MAX_KEPT = 32 * 1024;

    private Receipt() {}

    static String of(Tally tally, Load<?> load) {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("rows", tally.rows())
                .put("created", load.created())
                .put("updated", load.updated())
                .put("rejected", tally.refused());
        ArrayNode first = node.putArray("first");
        int kept = 0;
        for (RefusedRow row : tally.first()) {
            ObjectNode entry = json(row);
            kept += entry.toString().length();
            if (kept > MAX_KEPT) {
                break;
            }
            first.add(entry);
        }
        return node.toString();
    }

    private static ObjectNode json(RefusedRow row) {
        ObjectNode node =
                Json.MAPPER.createObjectNode().put("index", row.index()).put("line", row.line());
        ArrayNode cells = node.putArray("cells");
        row.cells().forEach(cells::add);
        ArrayNode errors = node.putArray("errors");
        row.violations()
                .forEach(v -> errors.addArray().add(v.pointer()).add(v.code()).add(v.message()));
        return node;
    }

    /** The report of an upload that was done before. */
    static IngestReport report(Loaded loaded) throws IOException {
        List<RefusedRow> first = new ArrayList<>();
        Json.MAPPER.readTree(loaded.receipt()).path("first").forEach(row -> first.add(row(row)));
        return report(loaded, first, Optional.empty());
    }

    static IngestReport report(Loaded loaded, List<RefusedRow> first, Optional<FormatReport> file) throws IOException {
        JsonNode node = Json.MAPPER.readTree(loaded.receipt());
        long created = node.path("created").asLong();
        long updated = node.path("updated").asLong();
        return new IngestReport(
                node.path("rows").asLong(),
                created + updated,
                created,
                updated,
                node.path("rejected").asLong(),
                loaded.version(),
                loaded.replayed(),
                first,
                file);
    }

    private static RefusedRow row(JsonNode node) {
        List<String> cells = new ArrayList<>();
        node.path("cells").forEach(cell -> cells.add(cell.asText()));
        List<Violation> errors = new ArrayList<>();
        node.path("errors")
                .forEach(error -> errors.add(new Violation(
                        error.path(0).asText(),
                        error.path(1).asText(),
                        error.path(2).asText())));
        return new RefusedRow(node.path("index").asLong(), node.path("line").asLong(), cells, Set.of(), errors);
    }
}
