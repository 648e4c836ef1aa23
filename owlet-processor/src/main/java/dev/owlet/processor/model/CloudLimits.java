package dev.owlet.processor.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a deployed project may do at most. The Terraform modules set these numbers and the worst case of the cost estimate
 * is computed from them, so that neither can say what the other does not hold.
 */
public final class CloudLimits {
    /** Calls that may come at once before the steady rate counts: one page of the web app asks for several things. */
    public static final int API_BURST = 50;

    /** Routes that take calls without a token: {@code /api/health}, {@code /api/model.json}, {@code /api/openapi.json}. */
    public static final int OPEN_ROUTES = 3;

    /** Calls a second that each of them lets through for long, beside all others. */
    public static final int OPEN_CALLS_PER_SECOND = 1;

    /** Calls of each of them that may come at once. */
    public static final int OPEN_BURST = 10;

    /**
     * Copies of the API function that run at once: its reserved concurrency. A new account may run 10 in all, and can
     * reserve none of them.
     */
    public static final int API_CONCURRENCY = 10;

    /** Of the name of a project's class: a handler has 128, {@code ::maintain} included (CreateFunction, "Handler"). */
    public static final int HANDLER_CLASS_CHARACTERS = 118;

    /** One virtual CPU (AWS Lambda Developer Guide, "Configure Lambda function memory"). */
    public static final int MEMORY_MB = 1_769;

    /** An HTTP API gives up after 30. */
    public static final int API_TIMEOUT_SECONDS = 29;

    /** Files that may be announced at once: what somebody drops on a page. */
    public static final int UPLOADS_BURST = 50;

    /** Bytes of the largest file that is taken in: the runtime refuses to announce a larger one. */
    public static final long UPLOAD_BYTES = 1L << 30;

    /** Bytes of its parts, and of the pieces in which it is read. */
    public static final long UPLOAD_PART_BYTES = 8L << 20;

    /** Most bytes that come out of a packed file: the runtime reads no further. */
    public static final long UNPACKED_BYTES = 8L << 30;

    /** Files that are taken in at once: one large file does not hold up the others, and few race for a table. */
    public static final int INGEST_CONCURRENCY = 2;

    /** The longest that Lambda lets a function run. */
    public static final int INGEST_TIMEOUT_SECONDS = 900;

    /** How often a file is tried again whose run failed: as often as Lambda would by itself. */
    public static final int INGEST_RETRIES = 2;

    /** Disk of the function: a copy of a workbook or Parquet file of 480 MB at most, and 16 bytes for every row's key. */
    public static final int INGEST_DISK_MB = 1_024;

    /** Days for which files that were handed in are kept. */
    public static final int INBOX_DAYS = 30;

    /** Days for which it is kept what became of them, and the rows that came back. */
    public static final int REPORT_DAYS = 90;

    /** The longest that Lambda lets a function run. */
    public static final int MAINTENANCE_TIMEOUT_SECONDS = 900;

    /** How often a failed maintenance run is tried again. */
    public static final int MAINTENANCE_RETRIES = 1;

    /** Days for which logs are kept. */
    public static final int LOG_DAYS = 30;

    /** Days for which deleted and overwritten objects can be taken back. */
    public static final int UNDO_DAYS = 7;

    /** Bytes that one query of the Athena workgroup may scan: 1 GiB. */
    public static final long SCAN_CAP_BYTES = 1L << 30;

    /** The steady rate is this many times the average of the calls a day that the model expects. */
    private static final long PEAK = 20;

    private static final long SECONDS_A_DAY = 86_400;

    /** Files come at most at this many times their average: each may be large, and a burst is let through beside it. */
    private static final long UPLOADS_PEAK = 5;

    /** One file in 500 seconds for long. */
    private static final BigDecimal LEAST_UPLOADS = new BigDecimal("0.002");

    private CloudLimits() {}

    /**
     * Calls a second that the HTTP API lets through for long: its throttling rate. From 1 to 9,260, which the 10,000 that
     * an account has by default allow.
     */
    public static int apiCallsPerSecond(Model.Usage usage) {
        long atPeak = (usage.callsPerDay() + usage.filesPerDay()) * PEAK;
        return (int) Math.max(1, (atPeak + SECONDS_A_DAY - 1) / SECONDS_A_DAY);
    }

    /** Files a second that may be announced for long: the throttling rate of that route, from 0.002, in thousandths. */
    public static BigDecimal uploadsPerSecond(Model.Usage usage) {
        return BigDecimal.valueOf(usage.filesPerDay())
                .multiply(BigDecimal.valueOf(UPLOADS_PEAK))
                .divide(BigDecimal.valueOf(SECONDS_A_DAY), LEAST_UPLOADS.scale(), RoundingMode.CEILING)
                .max(LEAST_UPLOADS);
    }

    /**
     * Routes by which files are announced, each with a throttle of its own: one for concepts of no module, one for those of
     * any.
     */
    public static List<String> uploadRoutes(Model model) {
        return model.concepts().stream()
                .map(concept -> concept.path().contains("/")
                        ? "POST /api/{module}/{concept}/uploads"
                        : "POST /api/{concept}/uploads")
                .distinct()
                .sorted()
                .toList();
    }
}
