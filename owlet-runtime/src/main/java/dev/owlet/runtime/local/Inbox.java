package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.http.Percent;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.store.StoredObject;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.upload.Intake;
import dev.owlet.runtime.upload.Upload;
import dev.owlet.runtime.upload.UploadKeys;
import dev.owlet.runtime.upload.UploadState.Status;
import dev.owlet.runtime.upload.Uploads;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes in the files that come, two at once. The folder itself is the list of what is to be done: what a process that ended
 * left there, the next one takes up.
 */
final class Inbox implements AutoCloseable {
    private static final int AT_ONCE = 2;
    private static final int SECONDS_BEFORE_RETRY = 5;
    private static final int GRACE_SECONDS = 5;
    private static final int ATTEMPTS = 3;

    private static final Pattern UPLOAD =
            Pattern.compile("/api/(.+)/uploads/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/complete)?");

    private final App app;
    private final Set<UUID> known = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor workers;

    Inbox(App app) {
        this.app = app;
        AtomicInteger number = new AtomicInteger();
        workers = new ScheduledThreadPoolExecutor(AT_ONCE, task -> {
            Thread thread = new Thread(task, "owlet-inbox-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Looks for what earlier processes left; in the background. */
    void start() {
        if (!app.tables().all().isEmpty()) {
            workers.execute(this::lookEverywhere);
        }
    }

    private void lookEverywhere() {
        try {
            for (StoredObject object : app.tables().objects().listAll(UploadKeys.INBOX)) {
                Optional<UploadKeys.Waiting> waiting = UploadKeys.waiting(object.key());
                if (waiting.isPresent()) {
                    take(waiting.get());
                }
            }
            for (Table<?> table : app.tables().all()) {
                Uploads<?> uploads = new Uploads<>(table);
                if (uploads.isFolder()) {
                    uploads.removeUnfinished();
                }
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("owlet: cannot look for files that wait: " + e.getMessage());
        }
    }

    private void take(UploadKeys.Waiting waiting) throws IOException {
        for (Table<?> table : app.tables().all()) {
            if (table.spec().folder().equals(waiting.folder())) {
                Uploads<?> uploads = new Uploads<>(table);
                uploads.find(waiting.id()).ifPresent(upload -> submit(uploads, upload, 1));
            }
        }
    }

    /**
     * Looks for a file that somebody was told of: its parts may just have been put together, or it lies in a bucket, which
     * tells nobody here.
     */
    void heard(Request request, Response response) {
        Matcher route = UPLOAD.matcher(request.path());
        if (response.status() != 200 || !route.matches()) {
            return;
        }
        try {
            Optional<Uploads<?>> uploads = app.uploads(Percent.decode(route.group(1)));
            if (uploads.isPresent()) {
                Optional<Upload> upload = uploads.get().find(UUID.fromString(route.group(2)));
                if (upload.isPresent()) {
                    look(uploads.get(), upload.get());
                }
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("owlet: cannot look for a file that was announced: " + e.getMessage());
        }
    }

    /** Takes a file in if it is there and nobody has begun with it. */
    void look(Uploads<?> uploads, Upload upload) throws IOException {
        if (uploads.state(upload).status() == Status.WAITING && uploads.isThere(upload)) {
            submit(uploads, upload, 1);
        }
    }

    private void submit(Uploads<?> uploads, Upload upload, int attempt) {
        if (known.add(upload.id())) {
            try {
                int delay = attempt == 1 ? 0 : SECONDS_BEFORE_RETRY;
                Future<?> unused = workers.schedule(() -> run(uploads, upload, attempt), delay, TimeUnit.SECONDS);
            } catch (RejectedExecutionException e) {
                known.remove(upload.id()); // the server is stopping; the next one finds it
            }
        }
    }

    private void run(Uploads<?> uploads, Upload upload, int attempt) {
        boolean again = false;
        try {
            Intake.run(uploads, upload, Optional.empty());
            if (uploads.isFolder()) {
                uploads.removeFile(upload);
            }
        } catch (IOException | RuntimeException | Error e) {
            System.err.println("owlet: cannot take in upload " + upload.id());
            e.printStackTrace(System.err);
            again = attempt < ATTEMPTS;
        } finally {
            known.remove(upload.id());
        }
        if (again) {
            submit(uploads, upload, attempt + 1);
        }
    }

    /** Lets what runs end, for some seconds; what does not is taken up at the next start. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            workers.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
