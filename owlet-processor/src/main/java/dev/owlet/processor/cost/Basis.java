package dev.owlet.processor.cost;

import java.math.BigDecimal;

/**
 * What the estimate takes for granted beside the model's {@code usage}: what the runtime was seen to need, and guesses of how
 * a small project is used.
 */
public enum Basis {
    COMMIT_PUTS(
            "3.2",
            true,
            "PUT requests of a commit: data, commit and checksum; every tenth also a checkpoint and its name"),
    COMMIT_GETS("1", true, "GET requests of a commit on a table in memory"),
    READ_GETS("1", true, "GET requests to learn that a table in memory is the latest"),
    OPEN_LISTS("1", true, "LIST requests to open a table"),
    OPEN_GETS("12", true, "GET requests to open a table, at most: hint, checkpoint, checksum, nine commits"),
    READ_FILES("3", false, "data files that a call reads and has not in memory"),
    OPEN_TABLES("2", false, "tables that the first call of a fresh function opens: its own and one it refers to"),
    COLD_SHARE("0.2", false, "of the calls find no function running"),
    WRITE_SHARE("0.1", false, "of the calls write a row; all other rows come in files"),
    CALL_SECONDS("0.2", false, "seconds a call takes"),
    COLD_SECONDS("3", false, "seconds more when the function must be started; starting is paid for"),
    UPLOAD_CALLS("4", false, "calls of the API to hand in a file: announced, then asked after until it is in"),
    UPLOAD_PUTS(
            "6", true, "PUT requests of a file beside its commit: itself, four of what becomes of it, refused rows"),
    UPLOAD_GETS("20", false, "GET requests of a file beside its commit: itself, and whoever asks after it"),
    FILE_SECONDS("3", false, "seconds a file takes, beside its rows; a function must be started for it"),
    ROW_SECONDS("0.00002", false, "seconds a row of a file takes"),
    ROW_GB("0.0000001", false, "GB that a row of a file takes: 100 bytes"),
    MAINTENANCE_SECONDS("60", false, "seconds that the weekly maintenance takes"),
    MAINTENANCE_SECONDS_A_GB("50", false, "seconds more for every GB"),
    MAINTENANCE_PUTS("20", false, "PUT and LIST requests of the maintenance of one table"),
    HISTORY("0.5", false, "of the tables once more: what compaction replaced and is not deleted yet"),
    CALL_LOG_GB("0.0000015", false, "GB that a call logs: 1.5 KB"),
    ANSWER_GB("0.00002", false, "GB that a call answers: 20 KB"),
    SITE_GB("0.001", false, "GB of the web app that a user loads a day"),
    SITE_REQUESTS("10", false, "requests that takes"),
    QUERIES("5", false, "queries with Athena that a user makes a month"),
    QUERY_SHARE("0.1", false, "of the tables that a query scans");

    private final BigDecimal value;
    private final boolean measured;
    private final String meaning;

    Basis(String value, boolean measured, String meaning) {
        this.value = new BigDecimal(value);
        this.measured = measured;
        this.meaning = meaning;
    }

    public BigDecimal value() {
        return value;
    }

    /** Whether the runtime's code or a measurement says so; a guess otherwise. */
    public boolean isMeasured() {
        return measured;
    }

    /** Follows the value in a sentence. */
    public String meaning() {
        return meaning;
    }
}
