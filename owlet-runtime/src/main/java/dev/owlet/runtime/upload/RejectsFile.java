package dev.owlet.runtime.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.csv.Headings;
import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.format.FileFormat;
import dev.owlet.runtime.format.FormatReport;
import dev.owlet.runtime.ingest.RefusedRow;
import dev.owlet.runtime.ingest.RejectsSink;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.table.TableSpec;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that did not get in, as they came, with {@code _row} and {@code _error}: text with a delimiter for every file that has
 * columns, else a JSON object a line. Mended, it is taken in as it is: names that begin with {@code _} are passed over.
 * Texts are written as they are, those that a spreadsheet takes for formulas too.
 */
public final class RejectsFile implements RejectsSink, Closeable {
    /** Where the rows go. */
    public interface Target {
        /** @param suffix {@code csv} or {@code ndjson} */
        Kept open(String suffix) throws IOException;
    }

    /** A stream whose bytes stay only when it is told so. */
    public interface Kept extends Closeable {
        OutputStream stream();

        /** What was written is durable from here on; more may follow. */
        void keep() throws IOException;
    }

    static final List<String> SUFFIXES = List.of("csv", "ndjson");

    private static final List<String> ADDED = List.of(Headings.ROW, Headings.ERROR);

    private static final Set<FileFormat> OF_JSON = Set.of(FileFormat.JSON, FileFormat.NDJSON);

    private final ImportSpec<?> spec;
    private final List<String> inModelOrder;
    private final Set<String> missing;
    private final Target target;
    private @Nullable FormatReport report;
    private @Nullable Kept kept;
    private Optional<String> suffix = Optional.empty();

    private RejectsFile(ImportSpec<?> spec, List<String> inModelOrder, Target target) {
        this.spec = spec;
        this.inModelOrder = inModelOrder;
        missing = spec.missing().stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
        this.target = target;
    }

    /** Of files of a table. */
    public static <T> RejectsFile of(TableSpec<T> table, Target target) {
        return new RejectsFile(table.imports(), Headings.inModelOrder(table.type(), table.imports()), target);
    }

    /** The suffix of the file; empty as long as no row was refused. */
    public Optional<String> suffix() {
        return suffix;
    }

    @Override
    public void begin(FormatReport understood) throws IOException {
        close();
        report = understood;
        suffix = Optional.empty();
    }

    @Override
    public void refuse(RefusedRow row) throws IOException {
        Kept out = kept;
        if (out == null) {
            out = open();
            kept = out;
        }
        String line = isCsv() ? csv(row) : json(row);
        out.stream().write((line + "\n").getBytes(UTF_8));
    }

    private boolean isCsv() {
        return suffix.equals(Optional.of("csv"));
    }

    private Kept open() throws IOException {
        FormatReport understood = report;
        boolean json = understood != null && OF_JSON.contains(understood.format());
        suffix = Optional.of(json ? "ndjson" : "csv");
        Kept opened = target.open(suffix.get());
        if (!json) {
            String mark = spec.encoding().isPresent() ? "\uFEFF" : "";
            String header = headings().stream()
                            .filter(heading -> !ADDED.contains(heading))
                            .map(heading -> cell(heading, false))
                            .collect(Collectors.joining(delimiter()))
                    + delimiter() + Headings.ROW + delimiter() + Headings.ERROR + "\n";
            opened.stream().write((mark + header).getBytes(UTF_8));
        }
        return opened;
    }

    private List<String> headings() {
        FormatReport understood = report;
        return understood == null || understood.headings().isEmpty() ? inModelOrder : understood.headings();
    }

    /** With as many cells as it came with: filled up to the header, a row that lacks some would get in unmended. */
    private String csv(RefusedRow row) {
        List<String> cells = withoutTail(row.cells());
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (!isAdded(cells, i)) {
                boolean quoted = row.quoted().contains(i) || isPresent(cells.get(i));
                line.append(cell(cells.get(i), quoted)).append(delimiter());
            }
        }
        return line.append(row.index() + 1)
                .append(delimiter())
                .append(cell(reason(row), false))
                .toString();
    }

    /** Without the empty cells that no heading stands above. */
    private List<String> withoutTail(List<String> cells) {
        int width = Math.min(headings().size(), cells.size());
        boolean blank = cells.subList(width, cells.size()).stream().allMatch(String::isBlank);
        return blank ? cells.subList(0, width) : cells;
    }

    /** Whether a cell was added when its row was handed back before. */
    private boolean isAdded(List<String> cells, int cell) {
        int heading = headings().size() - cells.size() + cell; // from the end, where they stand in a ragged row too
        return heading >= 0
                && ADDED.contains(headings().get(heading))
                && (cells.size() == headings().size() || endsAsAdded(cells));
    }

    /** Whether a ragged row, which may have lost them, ends in a number and a sentence. */
    private static boolean endsAsAdded(List<String> cells) {
        int size = cells.size();
        return size > 1
                && cells.get(size - 2).matches("\\d+")
                && cells.get(size - 1).contains(" ");
    }

    /** Whether it is a value that looks like a token for none: of a Parquet file only nulls are absent. */
    private boolean isPresent(String text) {
        return report != null
                && report.format() == FileFormat.PARQUET
                && missing.contains(text.strip())
                && !text.isEmpty();
    }

    private String json(RefusedRow row) {
        String text = row.cells().isEmpty() ? "" : row.cells().get(0);
        ObjectNode node;
        try {
            JsonNode tree = Json.MAPPER.readTree(text);
            node = tree instanceof ObjectNode object
                    ? object
                    : Json.MAPPER.createObjectNode().put(Headings.TEXT, text);
        } catch (IOException e) {
            node = Json.MAPPER.createObjectNode().put(Headings.TEXT, text);
        }
        return node.put(Headings.ROW, row.index() + 1)
                .put(Headings.ERROR, reason(row))
                .toString();
    }

    private static String reason(RefusedRow row) {
        return row.violations().stream()
                .map(RejectsFile::reason)
                .collect(Collectors.joining("; "))
                .replaceAll("\\s*\\R\\s*", " ");
    }

    private static String reason(Violation violation) {
        String where = violation.pointer().startsWith("/") ? violation.pointer().substring(1) : violation.pointer();
        return where.isEmpty() ? violation.message() : where + ": " + violation.message();
    }

    private String delimiter() {
        return spec.delimiter().map(String::valueOf).orElse(",");
    }

    /**
     * Quoted where it was or must be; what stands for an absent value is not, or it would be a text, and goes without the
     * space around it. A backslash of such a token is no escape.
     */
    private String cell(String text, boolean quoted) {
        boolean token = !quoted && (text.isBlank() || missing.contains(text.strip()));
        String bare = token ? text.strip() : text;
        boolean plain =
                bare.chars().noneMatch(c -> isSpecial(c) || (isEscape(c) && !token)) && bare.equals(bare.strip());
        if (plain && !quoted) {
            return bare;
        }
        String escape = spec.escape().map(String::valueOf).orElse("\"");
        String escaped = escape.equals("\"") ? text : text.replace(escape, escape + escape);
        return "\"" + escaped.replace("\"", escape + "\"") + "\"";
    }

    private boolean isSpecial(int c) {
        return c == '"' || c == '\n' || c == '\r' || c == delimiter().charAt(0);
    }

    private boolean isEscape(int c) {
        return spec.escape().isPresent() && spec.escape().get() == c;
    }

    @Override
    public void keep() throws IOException {
        Kept out = kept;
        if (out != null) {
            out.keep();
        }
    }

    @Override
    public void close() throws IOException {
        Kept out = kept;
        kept = null;
        if (out != null) {
            out.close();
        }
    }
}
