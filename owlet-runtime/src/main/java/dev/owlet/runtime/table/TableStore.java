package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DeltaLog;
import dev.owlet.runtime.delta.DeltaSchema;
import dev.owlet.runtime.delta.LoggedCommit;
import dev.owlet.runtime.delta.RowFiles;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One table on storage: its log, its files and what is kept of them in memory. Thread-safe. */
final class TableStore<T> {
    private static final List<String> ROW_METRICS = List.of(
            "numOutputRows",
            "numDeletedRows",
            "numUpdatedRows",
            "numTargetRowsInserted",
            "numTargetRowsUpdated",
            "numTargetRowsDeleted");

    private final TableSpec<T> spec;
    private final RowType<Stored<T>> type;
    private final ObjectStore objects;
    private final String folder;
    private final DeltaLog log;
    private final RowFiles<Stored<T>> files;
    private final FileCache<T> cache;
    private final DeltaSchema schema;
    private final TableWriter<T> writer;
    private volatile Fit fit;

    TableStore(TableSpec<T> spec, Tables tables, ObjectStore store) {
        this.spec = spec;
        this.objects = store;
        folder = "delta/" + spec.folder();
        type = StoredType.of(spec);
        log = DeltaLog.of(store, folder, tables.clock());
        files = new RowFiles<>(type, store, folder, lookedUp(spec));
        cache = new FileCache<>(files, type.columns().size(), !store.trust().isZero());
        schema = DeltaSchema.of(type);
        fit = new Fit(Optional.empty(), Optional.of(schema));
        writer = new TableWriter<>(this, tables);
    }

    /** The columns by which alone a row is looked up. */
    private static <T> Set<Column<T, ?>> lookedUp(TableSpec<T> spec) {
        return Stream.concat(Stream.of(spec.key()), spec.unique().stream())
                .filter(columns -> columns.size() == 1)
                .map(columns -> columns.get(0))
                .collect(Collectors.toSet());
    }

    TableSpec<T> spec() {
        return spec;
    }

    /** Of rows with their system columns. */
    RowType<Stored<T>> type() {
        return type;
    }

    ObjectStore objects() {
        return objects;
    }

    /** Key of the table's folder, without a slash at the end. */
    String folder() {
        return folder;
    }

    DeltaLog log() {
        return log;
    }

    RowFiles<Stored<T>> files() {
        return files;
    }

    /**
     * The wider schema when the model has more than the table, or there is no table yet; empty when it fits.
     *
     * @throws IOException when a column has another type in the table
     */
    Optional<DeltaSchema> wider(Snapshot snapshot) throws IOException {
        Fit known = fit;
        if (!known.table.equals(snapshot.schema())) {
            Optional<DeltaSchema> table = snapshot.schema();
            known = new Fit(table, table.isPresent() ? table.get().widened(schema) : Optional.of(schema));
            fit = known;
        }
        return known.wider;
    }

    /** How the model's schema and the table's compare; decided once for each schema that the table has. */
    private record Fit(Optional<DeltaSchema> table, Optional<DeltaSchema> wider) {}

    /** The columns by which the table is divided when it is made. */
    List<String> partitionColumns() {
        return spec.partition().stream()
                .map(partition -> partition.column().name())
                .toList();
    }

    /** @throws IOException when the table is divided by what the model does not tell */
    Partitioner<T> partitioner(Snapshot snapshot) throws IOException {
        return Partitioner.of(spec, snapshot.exists() ? snapshot.partitionColumns() : partitionColumns());
    }

    /** @throws IOException when a column has another type in the table than in the model */
    SnapshotView<T> view(Snapshot snapshot) throws IOException {
        return view(snapshot, false);
    }

    private SnapshotView<T> view(Snapshot snapshot, boolean past) throws IOException {
        wider(snapshot);
        return new SnapshotView<>(spec, snapshot, cache, past);
    }

    SnapshotView<T> latest() throws IOException {
        return view(log.latest());
    }

    SnapshotView<T> at(long version) throws IOException {
        Optional<Snapshot> snapshot = log.at(version);
        return view(
                snapshot.orElseThrow(
                        () -> new UnknownVersionException("there is no version " + version + " of this table")),
                true);
    }

    SnapshotView<T> asOf(Instant time) throws IOException {
        Optional<Snapshot> snapshot = log.asOf(time);
        return view(
                snapshot.orElseThrow(() -> new UnknownVersionException("this table has no version as old as " + time)),
                true);
    }

    WriteResult<T> write(List<Change<T>> changes, WriteOptions options) throws IOException {
        return writer.write(changes, options);
    }

    /** The latest commits, newest first, without those that only keep others away. */
    List<HistoryEntry> history(int limit) throws IOException {
        List<HistoryEntry> entries = List.of();
        boolean all = false;
        for (int commits = limit; entries.size() < limit && !all; commits = 2 * commits) {
            List<LoggedCommit> logged = log.history(commits);
            all = logged.size() < commits || commits > Integer.MAX_VALUE / 2;
            entries = logged.stream()
                    .filter(commit -> !commit.operation().equals(Claims.OPERATION))
                    .limit(limit)
                    .map(TableStore::entry)
                    .toList();
        }
        return entries;
    }

    private static HistoryEntry entry(LoggedCommit commit) {
        return new HistoryEntry(
                commit.version(),
                commit.when(),
                commit.user(),
                commit.operation(),
                rows(commit.metrics()),
                Uploads.upload(commit));
    }

    /** Spark counts the rows of a merge twice: by what became of them, and all that it wrote. */
    private static long rows(Map<String, Long> metrics) {
        boolean merged = metrics.containsKey("numTargetRowsInserted");
        long rows = -1;
        for (String name : ROW_METRICS) {
            Optional<Long> metric = Optional.ofNullable(metrics.get(name));
            if (metric.isPresent() && merged == name.startsWith("numTarget")) {
                rows = Math.max(rows, 0) + metric.get();
            }
        }
        return rows;
    }
}
