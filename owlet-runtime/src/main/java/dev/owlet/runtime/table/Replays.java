package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.LoggedCommit;
import dev.owlet.runtime.delta.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes that were done before, by their idempotency keys. The commit records the key as a Delta transaction identifier
 * whose version is the commit's own, so that the snapshot tells which commit holds the receipt; key and rows come into
 * being in the same instant, and a repetition in any process finds them.
 */
final class Replays<T> {
    private final TableStore<T> table;

    Replays(TableStore<T> table) {
        this.table = table;
    }

    /** The application id of a user's key: hashed, so that any text is short and tells nothing. */
    static String app(String user, String key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha256.digest((user.length() + ":" + user + key).getBytes(StandardCharsets.UTF_8));
            return "owlet-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String receipt(List<Outcome<T>> outcomes, Layout<T> layout, WriteOptions options) {
        return Receipt.of(
                outcomes,
                layout.positions(),
                table.type(),
                options.fingerprint(),
                layout.pieces().size());
    }

    private Key key(T row) {
        return Objects.requireNonNull(Key.of(table.spec().key(), row), "a written row has a key");
    }

    /** What the same write did before; empty when it was not done before, or has no key. */
    Optional<WriteResult<T>> find(Snapshot snapshot, List<Change<T>> changes, WriteOptions options) throws IOException {
        if (options.idempotencyKey().isEmpty()) {
            return Optional.empty();
        }
        OptionalLong version = snapshot.transaction(
                app(options.user(), options.idempotencyKey().get()));
        return version.isEmpty() ? Optional.empty() : Optional.of(replay(version.getAsLong(), changes, options));
    }

    private WriteResult<T> replay(long version, List<Change<T>> changes, WriteOptions options) throws IOException {
        LoggedCommit commit = table.log().logged(version).orElseThrow(() -> forgotten(version));
        String receipt = commit.userMetadata().orElseThrow(() -> forgotten(version));
        Optional<String> request = Receipt.request(receipt);
        if (request.isPresent() && !request.equals(options.fingerprint())) {
            throw new KeyReusedException("this idempotency key was used for another request");
        }
        List<Outcome<T>> outcomes =
                Receipt.read(receipt, written(version, commit, receipt), table.type(), i -> stale(version, changes, i));
        if (outcomes.size() != changes.size()) {
            throw new KeyReusedException("this idempotency key was used for another request, with " + outcomes.size()
                    + " changes; this one has " + changes.size());
        }
        return new WriteResult<>(version, outcomes, true);
    }

    private static KeyReusedException forgotten(long version) {
        return new KeyReusedException("this request was done in version " + version
                + ", so long ago that its outcome is no longer kept; read the table instead");
    }

    private List<Stored<T>> written(long version, LoggedCommit commit, String receipt) throws IOException {
        List<Stored<T>> rows = new ArrayList<>();
        try {
            for (DataFile file : commit.add().subList(0, Receipt.files(receipt))) {
                rows.addAll(table.files().read(file));
            }
        } catch (NoSuchFileException e) {
            throw forgotten(version); // later commits put others in its place, and maintenance removed it
        }
        return rows;
    }

    /** The row that made a change stale, as it was then; the commit did not touch it. */
    private Outcome<T> stale(long version, List<Change<T>> changes, int index) {
        Optional<Stored<T>> current = Optional.empty();
        if (index >= changes.size()) {
            return new Outcome.Missing<>(); // another request altogether, which the caller refuses
        }
        Change<T> change = changes.get(index);
        try {
            SnapshotView<T> view = table.at(version);
            if (change instanceof Change.Replace<T> replace) {
                current = view.find(key(replace.row()).parts());
            } else if (change instanceof Change.Delete<T> delete) {
                current = view.find(delete.key());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return current.<Outcome<T>>map(Outcome.Stale::new).orElseGet(Outcome.Missing::new);
    }
}
