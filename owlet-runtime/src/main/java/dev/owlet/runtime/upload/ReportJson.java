package dev.owlet.runtime.upload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.format.FormatReport;
import dev.owlet.runtime.ingest.IngestReport;
import dev.owlet.runtime.ingest.RefusedRow;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.Violation;
import java.util.Optional;

/** What became of a file, as the API tells it. Bounded, so that it fits through Lambda and is read in one piece. */
final class ReportJson {
    /** Characters of all rows listed; one of UTF-8 takes up to three bytes. */
    private static final int MAX_CHARACTERS = 1_000_000;

    private static final int AROUND = 50;

    private ReportJson() {}

    /** @param rejects suffix of the file of refused rows; empty when there is none */
    static ObjectNode done(IngestReport report, Optional<String> rejects) {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("status", "done")
                .put("rows", report.rows())
                .put("accepted", report.accepted())
                .put("created", report.created())
                .put("updated", report.updated())
                .put("rejected", report.rejected())
                .put("version", report.version());
        rejects.ifPresent(suffix -> node.put("rejects", suffix));
        report.file().ifPresent(file -> add(node, file));
        errors(node.putArray("errors"), report);
        return node;
    }

    static ObjectNode failed(String message) {
        return Json.MAPPER.createObjectNode().put("status", "failed").put("message", message);
    }

    private static void add(ObjectNode node, FormatReport file) {
        node.put("format", file.format().title());
        ObjectNode mapped = node.putObject("mapped");
        file.mapped().forEach(mapped::put);
        file.unmapped().forEach(node.putArray("unmapped")::add);
        file.assumed().forEach(node.putArray("assumed")::add);
    }

    private static void errors(ArrayNode errors, IngestReport report) {
        int characters = 0;
        for (RefusedRow row : report.first()) {
            int cells = row.cells().stream().mapToInt(cell -> cell.length() + 3).sum();
            int faults = row.violations().stream()
                    .mapToInt(v -> v.pointer().length() + v.message().length() + AROUND)
                    .sum();
            if (characters + faults > MAX_CHARACTERS) {
                return;
            }
            boolean whole = characters + faults + cells <= MAX_CHARACTERS;
            characters += faults + (whole ? cells : 0);
            add(errors.addObject(), row, whole);
        }
    }

    private static void add(ObjectNode node, RefusedRow row, boolean withCells) {
        node.put("row", row.index() + 1);
        if (row.line() > 0) {
            node.put("line", row.line());
        }
        if (withCells && !row.cells().isEmpty()) {
            row.cells().forEach(node.putArray("cells")::add);
        }
        ArrayNode faults = node.putArray("errors");
        for (Violation violation : row.violations()) {
            faults.addObject()
                    .put("pointer", violation.pointer())
                    .put("code", violation.code())
                    .put("message", violation.message());
        }
    }
}
