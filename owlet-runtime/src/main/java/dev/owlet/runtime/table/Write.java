package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.Commit;
import dev.owlet.runtime.delta.CommitConflictException;
import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.Snapshot;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One write, until it is committed. Optimistic: decides on the changes against the latest snapshot, and commits on top of
 * exactly that; when another writer was first, decides anew. So what was checked (keys, unique sets, references within
 * the table) holds in the version that the commit makes. For references between tables see {@link Claims}.
 */
final class Write<T> {
    private static final int MAX_LOSSES = 100;

    private final TableStore<T> table;
    private final Tables tables;
    private final Replays<T> replays;
    private final List<Change<T>> changes;
    private final WriteOptions options;
    private final List<TableStore<?>> referrers;
    private final Drafts<T> drafts;
    private final Instant now;
    private OptionalLong claim = OptionalLong.empty();

    Write(TableStore<T> table, Tables tables, Replays<T> replays, List<Change<T>> changes, WriteOptions options) {
        this.table = table;
        this.tables = tables;
        this.replays = replays;
        this.changes = changes;
        this.options = options;
        now = tables.clock().instant().truncatedTo(ChronoUnit.MICROS);
        referrers = tables.referrers(table.spec().name());
        drafts = new Drafts<>(table.files());
    }

    WriteResult<T> run() throws IOException {
        try {
            return untilCommitted();
        } finally {
            if (claim.isPresent()) {
                Claims.close(table, claim.getAsLong(), options.user());
            }
        }
    }

    private WriteResult<T> untilCommitted() throws IOException {
        for (int losses = 0; ; ) {
            try {
                Optional<WriteResult<T>> result = attempt();
                if (result.isPresent()) {
                    return result.get();
                }
            } catch (CommitConflictException e) {
                losses++;
                if (losses == MAX_LOSSES) {
                    drafts.discardAll();
                    throw new BusyException(
                            table.spec().name() + " is too busy: gave way to other writers " + losses
                                    + " times; try again",
                            e);
                }
                Pauses.afterLoss(losses);
            }
            drafts.again();
        }
    }

    /** Empty when rows would go that others may refer to, and the claim for that had to be made first. */
    private Optional<WriteResult<T>> attempt() throws IOException {
        Snapshot snapshot = table.log().latest();
        Optional<WriteResult<T>> earlier = replays.find(snapshot, changes, options);
        if (earlier.isPresent()) {
            return earlier;
        }
        Evaluation<T> evaluation = decide(snapshot);
        if (evaluation.overlay().deleted() > 0 && !referrers.isEmpty() && !isClaimed(snapshot)) {
            claim = Claims.make(table, referrers, options.user());
            return Optional.empty();
        }
        return Optional.of(commit(snapshot, evaluation));
    }

    private boolean isClaimed(Snapshot snapshot) throws IOException {
        return claim.isPresent() && Claims.open(snapshot).equals(claim);
    }

    private Evaluation<T> decide(Snapshot snapshot) throws IOException {
        Evaluation<T> evaluation = new Evaluation<>(
                table.spec(),
                changes,
                options,
                now,
                table.view(snapshot),
                new References(tables, options.user()),
                table.partitioner(snapshot));
        evaluation.run();
        return evaluation;
    }

    private WriteResult<T> commit(Snapshot snapshot, Evaluation<T> evaluation) throws IOException {
        Overlay<T> overlay = evaluation.overlay();
        Layout<T> layout = Layout.of(
                overlay.written(), table.partitioner(snapshot), table.spec().key());
        Map<DataFile, BitSet> gone = overlay.gone();
        if (layout.pieces().isEmpty() && gone.isEmpty()) {
            return new WriteResult<>(snapshot.version(), evaluation.outcomes(), false);
        }
        List<DataFile> added = new ArrayList<>();
        for (Layout.Piece<T> piece : layout.pieces()) {
            added.add(drafts.of(piece));
        }
        Optional<String> receipt =
                options.idempotencyKey().map(key -> replays.receipt(evaluation.outcomes(), layout, options));
        for (Map.Entry<DataFile, BitSet> file : gone.entrySet()) {
            drafts.without(file.getKey(), file.getValue()).ifPresent(added::add);
        }
        Commit commit = new Commit(
                added,
                List.copyOf(gone.keySet()),
                table.wider(snapshot),
                table.partitionColumns(),
                applications(),
                options.operation(),
                options.user(),
                metrics(overlay, layout, added, gone),
                receipt,
                true);
        Snapshot committed = table.log().commit(snapshot, commit);
        claim = OptionalLong.empty();
        drafts.discardEarlier();
        return new WriteResult<>(committed.version(), evaluation.outcomes(), false);
    }

    private List<String> applications() {
        List<String> applications = new ArrayList<>();
        options.idempotencyKey().ifPresent(key -> applications.add(Replays.app(options.user(), key)));
        if (claim.isPresent()) {
            applications.addAll(Claims.closing());
        }
        return applications;
    }

    private static <T> Map<String, Long> metrics(
            Overlay<T> overlay, Layout<T> layout, List<DataFile> added, Map<DataFile, BitSet> gone) {
        Map<String, Long> metrics = new LinkedHashMap<>();
        metrics.put("numOutputRows", layout.size());
        metrics.put("numDeletedRows", overlay.deleted());
        metrics.put("numAddedFiles", (long) added.size());
        metrics.put("numRemovedFiles", (long) gone.size());
        metrics.put("numOutputBytes", added.stream().mapToLong(DataFile::size).sum());
        return metrics;
    }
}
