package dev.owlet.processor.cost;

import dev.owlet.processor.model.CloudLimits;
import dev.owlet.processor.model.Model;
import java.math.BigDecimal;

/**
 * How much of each thing a month can take at most: the API at its throttle day and night, every function as many copies and
 * as long as it may, every call and every file the largest there is.
 *
 * <p>Not bounded by a limit, and taken as expected: users, queries with Athena, the web app's static files, log lines of calls
 * that are refused, repeated requests to an address that was signed for somebody.
 */
final class WorstCase {
    /** A call's payload of up to 10 MB is counted in steps of 512 KB (API Gateway, "Pricing" and "Quotas"). */
    private static final long STEPS_A_CALL = 20;

    /** Request and answer of a function called synchronously (AWS Lambda Developer Guide, "Quotas"). */
    private static final long PAYLOAD_BYTES = 6L << 20;

    /** The longest stack trace of a failure: 1,024 frames of 128 bytes (JVM's MaxJavaStackTraceDepth). */
    private static final long LOG_BYTES_A_CALL = 128L << 10;

    /**
     * What a file may leave behind: itself, and its rows unpacked, in the table or with as much again that says why they
     * came back.
     */
    private static final long BYTES_OF_A_FILE = CloudLimits.UPLOAD_BYTES + 2 * CloudLimits.UNPACKED_BYTES;

    /** Requests by which the largest file comes in, and is read. */
    private static final long PARTS_OF_A_FILE = CloudLimits.UPLOAD_BYTES / CloudLimits.UPLOAD_PART_BYTES;

    private final Expectation expected;
    private final Amount uploads;
    private final Amount signedInCalls;
    private final Amount calls;

    WorstCase(Model model, Expectation expected) {
        this.expected = expected;
        uploads = throttled(CloudLimits.uploadsPerSecond(model.usage()), CloudLimits.UPLOADS_BURST)
                .times(CloudLimits.uploadRoutes(model).size());
        signedInCalls = throttled(CloudLimits.apiCallsPerSecond(model.usage()), CloudLimits.API_BURST);
        calls = signedInCalls
                .plus(uploads)
                .plus(Amount.of(CloudLimits.OPEN_ROUTES)
                        .times(throttled(CloudLimits.OPEN_CALLS_PER_SECOND, CloudLimits.OPEN_BURST)));
    }

    private static Amount throttled(int callsPerSecond, int burst) {
        return throttled(BigDecimal.valueOf(callsPerSecond), burst);
    }

    private static Amount throttled(BigDecimal callsPerSecond, int burst) {
        return Amount.of(callsPerSecond).times(Month.SECONDS).plus(Amount.of(burst));
    }

    Amount apiSeconds() {
        Amount byThrottle = calls.times(CloudLimits.API_TIMEOUT_SECONDS);
        return byThrottle.atMost(Amount.of(CloudLimits.API_CONCURRENCY).times(Month.SECONDS));
    }

    /** Every file is tried again as often as it may be. */
    private Amount ingestRuns() {
        return uploads.times(1 + CloudLimits.INGEST_RETRIES);
    }

    Amount ingestSeconds() {
        Amount byThrottle = ingestRuns().times(CloudLimits.INGEST_TIMEOUT_SECONDS);
        return byThrottle.atMost(Amount.of(CloudLimits.INGEST_CONCURRENCY).times(Month.SECONDS));
    }

    Amount maintenanceSeconds() {
        return maintenanceRuns().times(CloudLimits.MAINTENANCE_TIMEOUT_SECONDS);
    }

    Amount maintenanceRuns() {
        return expected.maintenanceRuns().times(1 + CloudLimits.MAINTENANCE_RETRIES);
    }

    Amount invocations() {
        return calls.plus(ingestRuns()).plus(maintenanceRuns());
    }

    Amount meteredCalls() {
        return calls.times(STEPS_A_CALL);
    }

    /** Every signed-in call and every file brings new rows, and all are kept for all of the month. */
    Amount storage() {
        return expected.storage()
                .plus(signedInCalls.times(Month.gb(PAYLOAD_BYTES)))
                .plus(uploads.times(Month.gb(BYTES_OF_A_FILE)));
    }

    /** Every signed-in call and every run for a file is a commit on tables it must open first. */
    Amount puts() {
        return signedInCalls
                .plus(ingestRuns())
                .times(Amount.of(Basis.COMMIT_PUTS.value())
                        .plus(Amount.of(Basis.OPEN_TABLES.value()).times(Basis.OPEN_LISTS)))
                .plus(uploads.times(Amount.of(Basis.UPLOAD_PUTS.value()).plus(Amount.of(PARTS_OF_A_FILE))))
                .plus(expected.tables().times(Basis.MAINTENANCE_PUTS).times(maintenanceRuns()));
    }

    /** The commit, the tables opened, its data read once by itself and once by maintenance. */
    Amount gets() {
        return signedInCalls
                .plus(ingestRuns())
                .times(Amount.of(Basis.COMMIT_GETS.value())
                        .plus(Amount.of(Basis.OPEN_TABLES.value()).times(Basis.OPEN_GETS))
                        .plus(Amount.of(Basis.READ_FILES.value()))
                        .plus(Amount.of(1)))
                .plus(ingestRuns().times(Amount.of(Basis.UPLOAD_GETS.value()).plus(Amount.of(PARTS_OF_A_FILE))));
    }

    Amount siteRequests() {
        return calls.plus(expected.siteRequests());
    }

    Amount logGb() {
        return calls.plus(ingestRuns()).times(Month.gb(LOG_BYTES_A_CALL));
    }

    Amount answerGb() {
        return calls.times(Month.gb(PAYLOAD_BYTES));
    }

    Amount scannedGb() {
        return expected.queries().times(Month.SCAN_CAP_GB);
    }
}
