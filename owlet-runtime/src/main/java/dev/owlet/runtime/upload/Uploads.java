package dev.owlet.runtime.upload;

import dev.owlet.runtime.ingest.IngestMode;
import dev.owlet.runtime.row.Uuid7;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The uploads of one table. Holds nothing itself: what is known of them lies in the store, so that it outlives every
 * process and all of them agree. Thread-safe.
 *
 * @param <T> the record
 */
public final class Uploads<T> {
    /** Bytes of the largest file that is taken. */
    public static final long MAX_SIZE = 1L << 30;

    /** How far back a list of uploads goes. */
    private static final Duration RECENT = Duration.ofDays(90);

    private final Table<T> table;
    private final ObjectStore store;
    private final UploadKeys keys;
    private final Clock clock;
    private final States states;

    public Uploads(Table<T> table) {
        this.table = table;
        store = table.tables().objects();
        clock = table.tables().clock();
        keys = new UploadKeys(table.spec().folder());
        states = new States(store, keys, clock);
    }

    /**
     * Announces a file, for which {@link #missing} says how it comes.
     *
     * @param filename one line without folders
     * @param size bytes, at most {@link #MAX_SIZE}
     * @param match fields of a unique set by which an upsert knows rows again; by their key when empty
     */
    public Upload announce(
            String filename, long size, String contentType, IngestMode mode, List<String> match, String user)
            throws IOException {
        Upload upload = fresh(filename, size, contentType, mode, match, user);
        if (upload.inParts()) {
            upload = upload.begun(carrier().begin(keys.file(upload), contentType));
        }
        store.put(keys.announcement(upload.id()), upload.json(), true);
        return upload;
    }

    /** Announces a file that is read where it is. */
    Upload register(String filename, long size, IngestMode mode, String user) throws IOException {
        Upload upload = fresh(filename, size, "application/octet-stream", mode, List.of(), user);
        store.put(keys.announcement(upload.id()), upload.json(), true);
        return upload;
    }

    private Upload fresh(
            String filename, long size, String contentType, IngestMode mode, List<String> match, String user) {
        return new Upload(
                Uuid7.next(),
                filename,
                size,
                contentType,
                mode,
                match,
                user,
                clock.instant(),
                Optional.empty(),
                UploadToken.secret());
    }

    public Optional<Upload> find(UUID id) throws IOException {
        try {
            return Optional.of(Upload.of(store.get(keys.announcement(id))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Uploads of the last 90 days, the latest first. */
    public List<Upload> recent(int limit) throws IOException {
        Instant since = clock.instant().minus(RECENT);
        List<String> names = new ArrayList<>();
        store.listFrom(keys.announcementsSince(since)).forEach(object -> names.add(object.key()));
        Collections.reverse(names);
        List<Upload> found = new ArrayList<>();
        for (String key : names.subList(0, Math.min(limit, names.size()))) {
            found.add(Upload.of(store.get(key)));
        }
        return found;
    }

    public UploadState state(Upload upload) throws IOException {
        return states.of(upload);
    }

    /** The requests for what has not come yet. */
    public List<Address> missing(Upload upload) throws IOException {
        return carrier().missing(upload);
    }

    /**
     * Makes the file of its parts, and nothing the second time.
     *
     * @param sent what the client says it sent; may be empty
     * @throws UploadConflictException when parts are missing, or others than were sent
     */
    public void complete(Upload upload, List<SentPart> sent) throws IOException {
        if (upload.inParts()) {
            carrier().complete(upload, sent);
        }
    }

    /**
     * Calls off an upload that waits.
     *
     * @return false when its rows are being read, or have been
     */
    public boolean cancel(Upload upload, String user) throws IOException {
        if (!states.cancel(upload.id(), user)) {
            return false;
        }
        carrier().abort(upload);
        return true;
    }

    /**
     * Asks for an upload to be stopped whose rows are being read. Whoever reads them looks every few seconds; then nothing of
     * it gets in. When it was committed by then, it stays {@link #undo} that takes it back.
     */
    public void stop(Upload upload, String user) throws IOException {
        states.stop(upload.id(), user);
    }

    /**
     * Takes back what a done upload did, by one commit; once.
     *
     * @throws dev.owlet.runtime.table.UndoException when rows changed since, or others refer to them
     */
    public void undo(Upload upload, String user) throws IOException {
        table.undo(upload.id().toString(), user);
        states.undone(upload.id(), user);
    }

    /** Where the rows are read that did not get in, for a while; empty when there are none. */
    public Optional<String> rejectsUrl(Upload upload, UploadState state) throws IOException {
        Optional<String> suffix =
                Optional.ofNullable(state.details().path("rejects").textValue());
        return suffix.isEmpty()
                ? suffix
                : Optional.of(carrier()
                        .readUrl(upload, keys.rejects(upload.id(), suffix.get()), rejectsName(upload, suffix.get())));
    }

    /** Such as {@code sightings-rejects.csv}. */
    private static String rejectsName(Upload upload, String suffix) {
        return UploadKeys.safe(upload.filename()).replaceFirst("(?<=.)\\..*$", "") + "-rejects." + suffix;
    }

    private Carrier carrier() {
        return store.direct()
                .<Carrier>map(direct -> new BucketCarrier(store, direct, keys))
                .orElseGet(() -> folder());
    }

    private FolderCarrier folder() {
        return new FolderCarrier(store, keys, table.spec().path(), clock);
    }

    /** Whether a token lets its bearer do this; for {@link #receive} and {@link #rejects}. */
    public boolean admits(Upload upload, String purpose, String token) {
        return UploadToken.fits(token, upload.secret(), purpose, clock.instant());
    }

    /**
     * Keeps a part of a file, or all of it, that came through this process; exactly as much as was announced.
     *
     * @param number of the part, from 1
     * @return the entity tag of its bytes
     * @throws java.nio.file.FileAlreadyExistsException when it is there
     */
    public String receive(Upload upload, int number, InputStream bytes) throws IOException {
        return folder().receive(upload, number, bytes);
    }

    /** The rows that did not get in; empty when there are none. */
    public Optional<Rejects> rejects(Upload upload) throws IOException {
        Optional<String> suffix =
                Optional.ofNullable(states.of(upload).details().path("rejects").textValue());
        if (suffix.isEmpty()) {
            return Optional.empty();
        }
        String key = keys.rejects(upload.id(), suffix.get());
        return Optional.of(new Rejects(
                rejectsName(upload, suffix.get()),
                new StoreFile(store, key, key, store.head(key).size())));
    }

    /** The suffix of the file of refused rows that an earlier run left behind. */
    Optional<String> rejectsKept(Upload upload) throws IOException {
        for (String suffix : RejectsFile.SUFFIXES) {
            if (exists(keys.rejects(upload.id(), suffix))) {
                return Optional.of(suffix);
            }
        }
        return Optional.empty();
    }

    /** Whether the file, as a whole, is where it is taken in from. */
    public boolean isThere(Upload upload) throws IOException {
        try {
            return store.head(keys.file(upload)).size() == upload.size();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private boolean exists(String key) throws IOException {
        try {
            store.head(key);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Whether files lie where nobody but this process takes them away. */
    public boolean isFolder() {
        return store.direct().isEmpty();
    }

    /** Gives up what is left of files that never became whole; for stores that have no rule for that. */
    public void removeUnfinished() throws IOException {
        Instant before = clock.instant().minus(States.PATIENCE);
        for (Upload upload : recent(Integer.MAX_VALUE)) {
            if (upload.inParts() && upload.when().isBefore(before)) {
                carrier().abort(upload);
            }
        }
    }

    /** Removes the file after its report is written; for stores that have no rule for that. */
    public void removeFile(Upload upload) throws IOException {
        store.delete(keys.file(upload));
    }

    UploadKeys keys() {
        return keys;
    }

    ObjectStore store() {
        return store;
    }

    States states() {
        return states;
    }

    Clock clock() {
        return clock;
    }

    Table<T> table() {
        return table;
    }
}
