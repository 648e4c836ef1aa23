package dev.owlet.runtime.table;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.delta.Commit;
import dev.owlet.runtime.delta.CommitConflictException;
import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.LoggedCommit;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Json;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Takes back what an upload did, by one commit: rows that it created go, rows that it replaced are again as they were. As
 * any deletion it claims the table first (see {@link Claims}). Rows are copied as they are stored. Not thread-safe.
 */
final class Undo<T> {
    private static final String OPERATION = "UNDO UPLOAD";
    private static final int MAX_LOSSES = 100;

    private final TableStore<T> table;
    private final Tables tables;
    private final String upload;
    private final String user;
    private final List<TableStore<?>> referrers;
    private final List<DataFile> made = new ArrayList<>();
    private OptionalLong claim = OptionalLong.empty();

    Undo(TableStore<T> table, Tables tables, String upload, String user) {
        this.table = table;
        this.tables = tables;
        this.upload = upload;
        this.user = user;
        referrers = tables.referrers(table.spec().name());
    }

    Undone run() throws IOException {
        Set<DataFile> committed = new HashSet<>();
        try {
            for (int losses = 1; ; losses++) {
                try {
                    return attempt(committed);
                } catch (CommitConflictException e) {
                    if (losses == MAX_LOSSES) {
                        throw new BusyException(table.spec().name() + " is too busy; try again", e);
                    }
                    Pauses.afterLoss(losses);
                }
            }
        } finally {
            made.stream().filter(file -> !committed.contains(file)).forEach(table.files()::discard);
            if (claim.isPresent()) {
                Claims.close(table, claim.getAsLong(), user);
            }
        }
    }

    private Undone attempt(Set<DataFile> committed) throws IOException {
        Snapshot latest = table.log().latest();
        OptionalLong done = latest.transaction(Uploads.undoApp(upload));
        if (done.isPresent()) {
            return earlier(done.getAsLong());
        }
        LoggedCommit brought = brought(latest);
        if (!referrers.isEmpty() && !(claim.isPresent() && Claims.open(latest).equals(claim))) {
            claim = Claims.make(table, referrers, user);
            return attempt(committed);
        }
        UploadedRows rows = rows(latest, brought);
        new UndoChecks<>(table, tables, latest, rows, user).run();
        Commit commit = commit(rows);
        Snapshot undone = table.log().commit(latest, commit);
        committed.addAll(commit.add());
        claim = OptionalLong.empty();
        return new Undone(undone.version(), rows.created(), rows.replaced());
    }

    private LoggedCommit brought(Snapshot latest) throws IOException {
        OptionalLong version = latest.transaction(Uploads.app(upload));
        if (version.isEmpty()) {
            throw new UndoException("This upload brought no row into the table.");
        }
        Optional<LoggedCommit> commit = table.log().logged(version.getAsLong());
        return commit.orElseThrow(
                () -> new UndoException("This upload is too long ago: what it replaced is no longer kept."));
    }

    private UploadedRows rows(Snapshot latest, LoggedCommit brought) throws IOException {
        try {
            UploadedRows rows = UploadedRows.find(table, latest, upload, brought.remove());
            long expected = brought.metrics().getOrDefault(Load.ROWS, -1L);
            if (rows.count() != expected) {
                throw new UndoException((expected - rows.count()) + " of its " + expected
                        + " rows were changed or deleted since; undoing it would lose that.");
            }
            return rows;
        } catch (NoSuchFileException e) {
            throw new UndoException(
                    "It replaced rows that are no longer kept: maintenance removed the files that they were in.");
        }
    }

    private Commit commit(UploadedRows rows) throws IOException {
        List<DataFile> added = new ArrayList<>();
        for (Map.Entry<DataFile, BitSet> file : rows.there().entrySet()) {
            table.files().copyWithout(file.getKey(), file.getValue()).ifPresent(added::add);
        }
        for (Map.Entry<DataFile, BitSet> file : rows.before().entrySet()) {
            BitSet others = new BitSet();
            others.set(0, table.files().count(file.getKey()));
            others.andNot(file.getValue());
            table.files().copyWithout(file.getKey(), others).ifPresent(added::add);
        }
        made.addAll(added);
        List<String> apps = new ArrayList<>(List.of(Uploads.undoApp(upload)));
        if (claim.isPresent()) {
            apps.addAll(Claims.closing());
        }
        String receipt = Json.MAPPER
                .createObjectNode()
                .put("removed", rows.created())
                .put("restored", rows.replaced())
                .toString();
        return new Commit(
                added,
                List.copyOf(rows.there().keySet()),
                Optional.empty(),
                List.of(),
                apps,
                OPERATION,
                user,
                Map.of(
                        "numOutputRows",
                        rows.replaced(),
                        "numDeletedRows",
                        rows.created(),
                        "numAddedFiles",
                        (long) added.size(),
                        "numRemovedFiles",
                        (long) rows.there().size()),
                Optional.of(Uploads.metadata(upload, receipt)),
                true);
    }

    private Undone earlier(long version) throws IOException {
        Optional<LoggedCommit> commit = table.log().logged(version);
        JsonNode receipt = Json.MAPPER.readTree(commit.map(Uploads::receipt).orElse("{}"));
        return new Undone(
                version,
                receipt.path("removed").asLong(),
                receipt.path("restored").asLong());
    }
}
