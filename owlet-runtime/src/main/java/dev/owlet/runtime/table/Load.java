package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.Commit;
import dev.owlet.runtime.delta.CommitConflictException;
import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.LoggedCommit;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.row.Violations;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Any number of rows into one table by one commit, with what memory there is. First {@link #add} all rows; then
 * {@link #check} and {@link #commit}, again and again until a commit is made: another writer may have been first. What the
 * rows need (keys, unique sets, references) then holds in the version that the commit makes. Of rows that share a key the
 * first gets in that can. A value that a row of the table gave up is free for others only after the commit. Close it; what no commit took is removed. Not thread-safe.
 *
 * @param <T> the record
 */
public final class Load<T> implements Closeable {
    /** Metric of the commit: rows of the load in the table. */
    static final String ROWS = "numOutputRows";

    private static final String OPERATION = "UPLOAD";
    private static final int MAX_LOSSES = 100;

    /** Part of the heap that eight bytes a row may take, for each that is looked for. */
    private static final int PART = 4;

    private final TableStore<T> table;
    private final LoadOptions<T> options;
    private final Instant now;
    private final Optional<String> upload;
    private final LoadChecks<T> checks;
    private final Partitioner<T> partitioner;
    private final List<String> partitionColumns;
    private final LoadFiles<T> files;
    private final Set<DataFile> committed = new HashSet<>();
    private long added;
    private int losses;
    private Optional<Snapshot> snapshot = Optional.empty();
    private BitSet found = new BitSet();
    private long refused;
    private long updated;

    Load(TableStore<T> table, Tables tables, LoadOptions<T> options) throws IOException {
        this.table = table;
        this.options = options;
        now = tables.clock().instant().truncatedTo(ChronoUnit.MICROS);
        upload = Optional.of(options.upload());
        Snapshot base = table.log().latest();
        partitioner = table.partitioner(base);
        partitionColumns = base.exists() ? base.partitionColumns() : table.partitionColumns();
        checks = new LoadChecks<>(table, tables, options);
        files = new LoadFiles<>(table, partitioner, options.match());
    }

    /** What the upload did, when it was done before. */
    public Optional<Loaded> earlier() throws IOException {
        return earlier(table.log().latest());
    }

    private Optional<Loaded> earlier(Snapshot latest) throws IOException {
        OptionalLong version = latest.transaction(Uploads.app(options.upload()));
        if (version.isEmpty()) {
            return Optional.empty();
        }
        Optional<LoggedCommit> commit = table.log().logged(version.getAsLong());
        return Optional.of(
                new Loaded(version.getAsLong(), commit.map(Uploads::receipt).orElse("{}"), true));
    }

    /** Most rows that this process has memory for. */
    public static long maxRows() {
        return Math.min(PrintLog.MAX, Runtime.getRuntime().maxMemory() / PART / Long.BYTES);
    }

    /**
     * The next row, unless it is seen at once that it cannot get in.
     *
     * @return why it does not; empty when it may
     */
    public List<Violation> add(T row) throws IOException {
        Violations faults = faults(row);
        if (faults.isEmpty()) {
            files.add(checks.size(), new Stored<>(row, 1, now, options.user(), now, options.user(), upload));
            added++;
        }
        checks.add(row, faults.isEmpty());
        return faults.list();
    }

    private Violations faults(T row) {
        Violations violations = new Violations();
        partitioner.check(row, violations);
        checks.check(column -> column.get(row), violations);
        return violations;
    }

    /**
     * The next row of the file breaks the model.
     *
     * @param values what could be read of it; empty when it is no row at all
     * @param known why it breaks the model
     * @return that, and what else is seen at once
     */
    public List<Violation> refuse(Optional<Values> values, List<Violation> known) throws IOException {
        if (values.isEmpty()) {
            checks.addNone();
            return known;
        }
        checks.add(values.get());
        return faults(values.get(), known).list();
    }

    private Violations faults(Values values, List<Violation> known) {
        Violations violations = new Violations();
        violations.addAll("", known);
        checks.check(values::get, violations);
        return violations;
    }

    /**
     * Decides on all rows, against the table's latest version.
     *
     * @return whether something else was found of rows than the last time
     */
    public boolean check() throws IOException {
        files.finish();
        Snapshot latest = table.log().latest();
        snapshot = Optional.of(latest);
        if (latest.transaction(Uploads.app(options.upload())).isPresent()) {
            return false;
        }
        requireSamePartitions(latest);
        LoadDecision<T> decision = checks.decide(latest);
        BitSet before = found;
        found = (BitSet) decision.found().clone();
        refused = found.stream().filter(number -> !checks.isUnfit(number)).count();
        updated = decision.updated();
        files.settle(latest, decision.out(), checks.updating());
        return !found.equals(before);
    }

    private void requireSamePartitions(Snapshot latest) {
        if (latest.exists() && !latest.partitionColumns().equals(partitionColumns)) {
            throw new BusyException("the table was made meanwhile, divided otherwise; try again");
        }
    }

    /** Why a row does not get in; it is told by its number among all that came. */
    public List<Violation> why(int number, T row) {
        boolean isUnfit = checks.isUnfit(number);
        if (!isUnfit && !found.get(number)) {
            return List.of();
        }
        Violations violations = isUnfit ? faults(row) : new Violations();
        return why(number, column -> column.get(row), violations);
    }

    /** All that is wrong with a row that {@link #refuse} took, told by its number among all that came. */
    public List<Violation> why(int number, Optional<Values> values, List<Violation> known) {
        return values.isEmpty() ? known : why(number, values.get()::get, faults(values.get(), known));
    }

    private List<Violation> why(int number, Function<Column<T, ?>, @Nullable Object> row, Violations violations) {
        if (found.get(number)) {
            checks.why(number, row, violations);
        }
        return violations.list();
    }

    /** Rows that get in and are new. */
    public long created() {
        return added - refused - updated;
    }

    /** Rows that get in and take the place of others. */
    public long updated() {
        return updated;
    }

    /**
     * Commits what the last {@link #check} decided.
     *
     * @param receipt a JSON object that the commit keeps, and that a repetition is answered with
     * @return empty when another writer was first: check again
     * @throws BusyException when others were first too often
     */
    public Optional<Loaded> commit(String receipt) throws IOException {
        Snapshot base = snapshot.orElseThrow(() -> new IllegalStateException("not checked yet"));
        Optional<Loaded> earlier = earlier(base);
        if (earlier.isPresent()) {
            return earlier;
        }
        if (created() + updated == 0) {
            return Optional.of(new Loaded(base.version(), receipt, false));
        }
        Commit commit = commit(base, files.added(), receipt);
        try {
            Snapshot made = table.log().commit(base, commit);
            committed.addAll(commit.add());
            return Optional.of(new Loaded(made.version(), receipt, false));
        } catch (CommitConflictException e) {
            losses++;
            if (losses == MAX_LOSSES) {
                throw new BusyException(
                        table.spec().name() + " is too busy: gave way to other writers " + losses + " times; try again",
                        e);
            }
            Pauses.afterLoss(losses);
            return Optional.empty();
        }
    }

    private Commit commit(Snapshot base, List<DataFile> add, String receipt) throws IOException {
        Map<String, Long> metrics = new LinkedHashMap<>();
        metrics.put(ROWS, created() + updated);
        metrics.put("numAddedFiles", (long) add.size());
        metrics.put("numRemovedFiles", (long) files.removed().size());
        metrics.put("numOutputBytes", add.stream().mapToLong(DataFile::size).sum());
        return new Commit(
                add,
                files.removed(),
                table.wider(base),
                table.partitionColumns(),
                List.of(Uploads.app(options.upload())),
                OPERATION,
                options.user(),
                metrics,
                Optional.of(Uploads.metadata(options.upload(), receipt)),
                true);
    }

    @Override
    public void close() throws IOException {
        try {
            files.discardBut(committed);
        } finally {
            checks.close();
        }
    }
}
