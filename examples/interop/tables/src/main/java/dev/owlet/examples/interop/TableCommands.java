package dev.owlet.examples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.DeltaLog;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.ingest.Ingest;
import dev.owlet.runtime.ingest.IngestOptions;
import dev.owlet.runtime.ingest.IngestProgress;
import dev.owlet.runtime.ingest.IngestReport;
import dev.owlet.runtime.ingest.RejectsSink;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.ViolationException;
import dev.owlet.runtime.row.Violations;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Change;
import dev.owlet.runtime.table.HistoryEntry;
import dev.owlet.runtime.table.Outcome;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableView;
import dev.owlet.runtime.table.WriteOptions;
import dev.owlet.runtime.table.WriteResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands of one table; {@link #run} lists them. */
final class TableCommands<T> {
    private static final String USER = "owlet";

    private final Table<T> table;

    TableCommands(Table<T> table) {
        this.table = table;
    }

    ObjectNode run(JsonNode command) throws IOException {
        String what = command.path("do").asText();
        return switch (what) {
            case "insert", "upsert" -> write(what, changes(what, command.path("rows")));
            case "delete" -> write(what, List.of(new Change.Delete<>(key(command.path("key")), Optional.empty())));
            case "rows" ->
                rows(command.has("version") ? table.view(command.path("version").asLong()) : table.view());
            case "find" -> find(key(command.path("key")));
            case "import" -> take(Path.of(command.path("file").asText()));
            case "history" -> history();
            case "files" -> files(command.path("root").asText());
            default -> throw new IllegalArgumentException("no command " + what);
        };
    }

    private List<Change<T>> changes(String what, JsonNode rows) {
        List<Change<T>> changes = new ArrayList<>();
        for (JsonNode node : rows) {
            T row = table.spec().type().fromJson(node.toString());
            changes.add(what.equals("insert") ? new Change.Insert<>(row) : new Change.Upsert<>(row));
        }
        return changes;
    }

    private List<Object> key(JsonNode values) {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            key.add(value(table.spec().key().get(i), values.get(i)));
        }
        return key;
    }

    private static <R, V> V value(Column<R, V> column, JsonNode node) {
        Violations violations = new Violations();
        V value = column.type().read(node, ValueType.Mode.STRICT, "", violations);
        if (value == null) {
            throw new ViolationException(violations.list());
        }
        return value;
    }

    private ObjectNode write(String what, List<Change<T>> changes) {
        WriteResult<T> result = table.write(changes, WriteOptions.by(USER, what.toUpperCase(Locale.ROOT)));
        ObjectNode answer = Json.MAPPER.createObjectNode().put("version", result.version());
        ArrayNode outcomes = answer.putArray("outcomes");
        for (Outcome<T> outcome : result.outcomes()) {
            outcomes.add(
                    outcome instanceof Outcome.Rejected<T> rejected
                            ? rejected.violations().toString()
                            : outcome.getClass().getSimpleName());
        }
        return answer;
    }

    /** Takes a file in as {@code owlet:import} does. */
    private ObjectNode take(Path file) throws IOException {
        IngestReport report = Ingest.run(
                table,
                FileSource.of(file),
                IngestOptions.insert(file.toString(), USER),
                RejectsSink.NONE,
                IngestProgress.SILENT);
        ObjectNode answer = Json.MAPPER.createObjectNode().put("created", report.created());
        ArrayNode refused = answer.putArray("refused");
        report.first().forEach(row -> refused.add(row.violations().toString()));
        return answer;
    }

    private ObjectNode rows(TableView<T> view) throws IOException {
        ObjectNode answer =
                Json.MAPPER.createObjectNode().put("version", view.version()).put("count", view.count());
        ArrayNode rows = answer.putArray("rows");
        try (Stream<Stored<T>> all = view.rows(Filter.all())) {
            for (Stored<T> stored : (Iterable<Stored<T>>) all::iterator) {
                rows.add(json(stored));
            }
        }
        return answer;
    }

    private ObjectNode find(List<Object> key) throws IOException {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        Optional<Stored<T>> found = table.find(key);
        return found.isEmpty() ? answer : answer.set("row", json(found.get()));
    }

    private JsonNode json(Stored<T> stored) throws IOException {
        ObjectNode row = (ObjectNode) Json.MAPPER.readTree(table.spec().type().toJson(stored.row()));
        row.put("_version", stored.version())
                .put("_created_at", stored.createdAt().toString())
                .put("_created_by", stored.createdBy())
                .put("_updated_at", stored.updatedAt().toString())
                .put("_updated_by", stored.updatedBy());
        stored.upload().ifPresent(upload -> row.put("_upload", upload));
        return row;
    }

    private ObjectNode history() {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode commits = answer.putArray("commits");
        for (HistoryEntry entry : table.history(Integer.MAX_VALUE)) {
            commits.addObject()
                    .put("version", entry.version())
                    .put("who", entry.who())
                    .put("what", entry.what())
                    .put("rows", entry.rows());
        }
        return answer;
    }

    /** Paths of the live files, as in the log. */
    private ObjectNode files(String root) throws IOException {
        Snapshot snapshot = DeltaLog.of(
                        ObjectStore.open(root), "delta/" + table.spec().folder())
                .latest();
        ObjectNode answer = Json.MAPPER.createObjectNode().put("version", snapshot.version());
        ArrayNode files = answer.putArray("files");
        snapshot.files().stream().map(DataFile::path).forEach(files::add);
        return answer;
    }
}
