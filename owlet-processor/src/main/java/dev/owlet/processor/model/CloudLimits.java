package dev.owlet.processor.model;

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

    /** One virtual CPU (AWS Lambda Developer Guide, "Configure Lambda function memory"). */
    public static final int MEMORY_MB = 1_769;

    /** An HTTP API gives up after 30. */
    public static final int API_TIMEOUT_SECONDS = 29;

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

    private CloudLimits() {}

    /**
     * Calls a second that the HTTP API lets through for long: its throttling rate. From 1 to 9,260, which the 10,000 that
     * an account has by default allow.
     */
    public static int apiCallsPerSecond(Model.Usage usage) {
        long atPeak = (usage.callsPerDay() + usage.filesPerDay()) * PEAK;
        return (int) Math.max(1, (atPeak + SECONDS_A_DAY - 1) / SECONDS_A_DAY);
    }
}
