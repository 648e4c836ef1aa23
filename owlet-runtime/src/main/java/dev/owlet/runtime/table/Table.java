package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.RowFiles;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.ViolationException;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one concept in a Delta table. Generated classes extend it with typed columns and keys. Thread-safe; safe
 * beside writers in other processes (optimistic concurrency: a commit that lost is computed anew).
 *
 * <p>Every method that reads or writes throws {@link UncheckedIOException} when storage fails, and
 * {@link IllegalStateException} before the table was added to {@link Tables}.
 *
 * @param <T> the record
 */
public abstract class Table<T> {
    private final TableSpec<T> spec;
    private volatile @Nullable TableStore<T> store;
    private volatile @Nullable Tables tables;

    protected Table(TableSpec<T> spec) {
        this.spec = spec;
    }

    public final TableSpec<T> spec() {
        return spec;
    }

    /** The tables that this one was added to: those that it refers to are among them. */
    public final Tables tables() {
        Tables all = tables;
        if (all == null) {
            throw new IllegalStateException(spec.name() + " was not added to Tables");
        }
        return all;
    }

    /** The table as of its latest commit, by whichever process. */
    public final TableView<T> view() {
        return io(() -> store().latest());
    }

    /** @throws UnknownVersionException when there is no such version (any more); also when its rows are read */
    public final TableView<T> view(long version) {
        return io(() -> store().at(version));
    }

    /**
     * The table as of the last commit at or before {@code time}.
     *
     * @throws UnknownVersionException when the table is younger than that
     */
    public final TableView<T> asOf(Instant time) {
        return io(() -> store().asOf(time));
    }

    /**
     * Evaluates all changes in order, each seeing those before it, and commits the accepted ones in one Delta commit;
     * none is made when none is accepted. The outcomes tell what became of each change.
     *
     * @throws BusyException when other writers were faster each time
     * @throws KeyReusedException when the idempotency key came before with another request
     */
    public final WriteResult<T> write(List<? extends Change<T>> changes, WriteOptions options) {
        return io(() -> store().write(List.copyOf(changes), options));
    }

    /**
     * Begins to add rows that are too many to hold in memory, by one commit. Close what it returns.
     *
     * @throws dev.owlet.runtime.delta.UnsupportedTableException when the table cannot be written by this model
     */
    public final Load<T> load(LoadOptions<T> options) throws IOException {
        return new Load<>(store(), tables(), options);
    }

    /**
     * Takes back what an upload did, by one commit: rows that it created go, rows that it replaced come back as they were.
     * Done once; a repetition is answered as the first was.
     *
     * @throws UndoException when rows were changed since, others refer to them, or what was replaced is no longer kept
     */
    public final Undone undo(String upload, String user) throws IOException {
        return new Undo<>(store(), tables(), upload, user).run();
    }

    /** Adds rows that must not exist yet. */
    public final WriteResult<T> append(List<T> rows, String user) {
        return write(rows.stream().map(Change.Insert::new).toList(), WriteOptions.by(user, "INSERT"));
    }

    /** Adds rows, or puts them in the place of those with their keys. */
    public final WriteResult<T> upsert(List<T> rows, String user) {
        return write(rows.stream().map(Change.Upsert::new).toList(), WriteOptions.by(user, "UPSERT"));
    }

    /** The row with a key, as of now. */
    public final Optional<Stored<T>> find(List<?> key) {
        return view().find(key);
    }

    /**
     * Deletes one row.
     *
     * @param key values of the key's columns, in order
     * @return false when there is no such row
     * @throws ViolationException when other rows refer to it
     */
    public final boolean delete(List<?> key, String user) {
        Change<T> change = new Change.Delete<>(List.copyOf(key), Optional.empty());
        Outcome<T> outcome = write(List.of(change), WriteOptions.by(user, "DELETE"))
                .outcomes()
                .get(0);
        if (outcome instanceof Outcome.Rejected<T> rejected) {
            throw new ViolationException(rejected.violations());
        }
        return outcome instanceof Outcome.Deleted;
    }

    /** Rows that pass, as of now. Close the stream. */
    public final Stream<Stored<T>> scan(Filter<T> filter) {
        return view().rows(filter);
    }

    /** The latest commits, newest first. */
    public final List<HistoryEntry> history(int limit) {
        return io(() -> store().history(limit));
    }

    /** What {@link #view} gives, with the ways in that only this package uses. */
    final SnapshotView<T> snapshot() {
        return io(() -> store().latest());
    }

    /** The latest version in which no row is about to go, so that what is there may be referred to. */
    final SnapshotView<T> settled(String user) {
        return io(() -> store().view(Claims.settled(store(), user)));
    }

    /** Rows as one Parquet file, without the system columns. */
    public final byte[] parquet(List<T> rows) {
        return io(() -> RowFiles.bytes(spec.type(), rows));
    }

    final void bind(Tables all, ObjectStore objects) {
        tables = all;
        store = new TableStore<>(spec, all, objects);
    }

    final TableStore<T> store() {
        TableStore<T> bound = store;
        if (bound == null) {
            throw new IllegalStateException(spec.name() + " was not added to Tables");
        }
        return bound;
    }

    private static <R> R io(StorageCall<R> call) {
        try {
            return call.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface StorageCall<R> {
        R run() throws IOException;
    }
}
