package dev.owlet.runtime.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.csv.UnreadableFileException;
import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.ingest.Ingest;
import dev.owlet.runtime.ingest.IngestException;
import dev.owlet.runtime.ingest.IngestMode;
import dev.owlet.runtime.ingest.IngestOptions;
import dev.owlet.runtime.ingest.IngestProgress;
import dev.owlet.runtime.ingest.IngestReport;
import dev.owlet.runtime.ingest.RejectsSink;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes files that were handed in into their table. May be told of the same file any number of times, in any order, by any
 * number of processes: the first commit is the only one, and the first report stands.
 */
public final class Intake {
    /** What came of being told of a file. */
    public enum Result {
        /** Its rows were read, and a report is there. */
        TAKEN,
        /** It was refused as a whole, and the report says why. */
        REFUSED,
        /** It had a report already, or was called off. */
        PASSED_OVER
    }

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(3);

    private Intake() {}

    /**
     * Takes a file in.
     *
     * @param within how long that may last; a file that needs longer is refused
     * @throws IOException when storage fails; like a {@link RuntimeException}, by no fault of the file: tell again. The third
     *     time the upload counts as failed
     */
    public static Result run(Uploads<?> uploads, Upload upload, Optional<Duration> within) throws IOException {
        States states = uploads.states();
        if (states.isReported(upload.id()) || !states.claim(upload.id())) {
            return Result.PASSED_OVER;
        }
        states.progress(upload.id(), 0, 0);
        try {
            requireWanted(uploads, upload);
            states.report(upload.id(), load(uploads, upload, within));
            return Result.TAKEN;
        } catch (StoppedException e) {
            states.report(
                    upload.id(),
                    ReportJson.failed(String.valueOf(e.getMessage())).put("cancelled", true));
            return Result.REFUSED;
        } catch (UnreadableFileException | IngestException e) {
            states.report(upload.id(), ReportJson.failed(String.valueOf(e.getMessage())));
            return Result.REFUSED;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            if (states.failedForGood(upload.id(), e.toString())) {
                states.report(
                        upload.id(),
                        ReportJson.failed(
                                "It failed three times, by no fault of the file; the log says why. Nothing of it"
                                        + " is in. Send it again."));
            }
            throw e;
        }
    }

    /**
     * Takes in a file that lies elsewhere, such as on this machine, here and now. It is an upload like any other, except that
     * it waits nowhere and that its refused rows go where the caller says.
     *
     * @throws dev.owlet.runtime.csv.UnreadableFileException when the file cannot be read; nothing of it is in
     */
    public static IngestReport run(
            Uploads<?> uploads,
            FileSource file,
            IngestMode mode,
            String user,
            RejectsSink rejects,
            IngestProgress progress)
            throws IOException {
        Upload upload = uploads.register(file.name(), file.size(), mode, user);
        States states = uploads.states();
        states.claim(upload.id());
        states.progress(upload.id(), 0, 0);
        IngestOptions options =
                new IngestOptions(upload.id().toString(), user, mode, List.of(), Optional.empty(), Long.MAX_VALUE);
        try {
            IngestReport report = Ingest.run(uploads.table(), file, options, rejects, progress);
            states.report(upload.id(), ReportJson.done(report, Optional.empty()));
            return report;
        } catch (IOException | RuntimeException e) {
            states.report(upload.id(), ReportJson.failed(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private static ObjectNode load(Uploads<?> uploads, Upload upload, Optional<Duration> within) throws IOException {
        String key = uploads.keys().file(upload);
        FileSource file = new StoreFile(uploads.store(), key, upload.filename(), upload.size());
        if (!uploads.isThere(upload)) {
            throw new IOException(key + " is not there, or not of " + upload.size() + " bytes");
        }
        try (RejectsFile rejects = RejectsFile.of(
                uploads.table().spec(),
                suffix -> new StoredRejects(uploads.store(), uploads.keys().rejects(upload.id(), suffix)))) {
            IngestReport report =
                    Ingest.run(uploads.table(), file, options(upload, within), rejects, new Told(uploads, upload));
            return ReportJson.done(report, report.replayed() ? uploads.rejectsKept(upload) : rejects.suffix());
        }
    }

    private static void requireWanted(Uploads<?> uploads, Upload upload) throws IOException {
        Optional<String> stopper = uploads.states().stopper(upload.id());
        if (stopper.isPresent()) {
            throw new StoppedException(stopper.get());
        }
    }

    private static IngestOptions options(Upload upload, Optional<Duration> within) {
        return new IngestOptions(
                upload.id().toString(), upload.user(), upload.mode(), upload.match(), within, Uploads.MAX_SIZE);
    }

    /** Thrown in the middle, so that what was written of it is removed. The message is for people. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException(String user) {
            super("Called off by " + user + ". Nothing of it is in.");
        }
    }

    /** Tells how far it is, now and then, and hears whether to stop. Whoever only wants to know must not make it fail. */
    private static final class Told implements IngestProgress {
        private final Uploads<?> uploads;
        private final Upload upload;
        private Instant last;

        Told(Uploads<?> uploads, Upload upload) {
            this.uploads = uploads;
            this.upload = upload;
            last = uploads.clock().instant();
        }

        @Override
        public void at(Phase phase, long rows, long rejected) {
            Instant now = uploads.clock().instant();
            if (last.plus(BETWEEN_REPORTS).isBefore(now)) {
                last = now;
                try {
                    uploads.states().progress(upload.id(), rows, rejected);
                    if (phase != Phase.COMMITTING) {
                        requireWanted(uploads, upload);
                    }
                } catch (IOException e) {
                    // the next one may get through
                }
            }
        }
    }
}
