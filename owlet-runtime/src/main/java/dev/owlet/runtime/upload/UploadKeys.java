package dev.owlet.runtime.upload;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where everything about the uploads of one table lies. Files wait in {@code inbox/}, which tells the bucket whom to call;
 * what is known of them lies in {@code uploads/}, in objects that are written once each, so that all who look agree.
 */
public final class UploadKeys {
    /** Key of the folder of all files that wait. */
    public static final String INBOX = "inbox";

    private static final Pattern FILE =
            Pattern.compile(INBOX + "/(.+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([^/]+)");
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final int LONGEST = 100;

    private final String folder;

    /** @param folder of the table, such as {@code field/sighting} */
    UploadKeys(String folder) {
        this.folder = folder;
    }

    /** A file that waits, by its key. */
    public record Waiting(String folder, UUID id) {}

    /** What a key says; empty when it is none of a file that was announced. */
    public static Optional<Waiting> waiting(String key) {
        Matcher matcher = FILE.matcher(key);
        return matcher.matches()
                ? Optional.of(new Waiting(matcher.group(1), UUID.fromString(matcher.group(2))))
                : Optional.empty();
    }

    String file(Upload upload) {
        return INBOX + "/" + folder + "/" + upload.id() + "/" + safe(upload.filename());
    }

    String announcement(UUID id) {
        return "uploads/" + folder + "/" + id + ".json";
    }

    /** The announcements made since; their names sort by time. */
    String announcementsSince(Instant time) {
        String millis = String.format(Locale.ROOT, "%012x", time.toEpochMilli());
        return "uploads/" + folder + "/" + millis.substring(0, 8) + "-" + millis.substring(8);
    }

    /** Whether it is taken in or was called off: whoever writes it first decides. */
    String claim(UUID id) {
        return of(id, "claim.json");
    }

    String progress(UUID id) {
        return of(id, "progress.json");
    }

    String failure(UUID id, int number) {
        return of(id, "failure-" + number + ".json");
    }

    String report(UUID id) {
        return of(id, "report.json");
    }

    /** That somebody wants it stopped while its rows are read. */
    String stop(UUID id) {
        return of(id, "stop.json");
    }

    String undone(UUID id) {
        return of(id, "undone.json");
    }

    /** @param suffix {@code csv} or {@code ndjson} */
    String rejects(UUID id, String suffix) {
        return of(id, "rejects." + suffix);
    }

    String part(UUID id, int number) {
        return of(id, String.format(Locale.ROOT, "parts/%05d", number));
    }

    private String of(UUID id, String name) {
        return "uploads/" + folder + "/" + id + "/" + name;
    }

    /**
     * A name that every file system and header takes as a name and nothing else: letters, digits, dots, hyphens and
     * underscores; its suffix stays.
     */
    static String safe(String filename) {
        String safe = UNSAFE.matcher(filename)
                .replaceAll("_")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^\\.|\\.$", "");
        if (safe.length() > LONGEST) {
            int dot = safe.lastIndexOf('.');
            String suffix = dot > 0 && safe.length() - dot <= 12 ? safe.substring(dot) : "";
            safe = safe.substring(0, LONGEST - suffix.length()) + suffix;
        }
        return safe.isEmpty() || DEVICE.matcher(safe).matches() ? "_" + safe : safe;
    }
}
