package dev.owlet.processor.cost;

import dev.owlet.processor.model.CloudLimits;
import dev.owlet.processor.model.Model;

/** How much of each thing a month takes when the project is used as the model's {@code usage} says. */
final class Expectation {
    private static final long MAINTENANCE_RUNS = 5;

    private final Model.Usage usage;
    private final Amount tables;
    private final Amount calls;
    private final Amount files;
    private final Amount rows;
    private final Amount users;
    private final Amount storedGb;

    Expectation(Model model) {
        usage = model.usage();
        tables = Amount.of(model.concepts().size());
        calls = aDay(usage.callsPerDay());
        files = aDay(usage.filesPerDay());
        rows = aDay(usage.rowsPerDay());
        users = Amount.of(usage.users());
        storedGb = Amount.of(usage.storedGb());
    }

    /** A month has 31 days throughout. */
    private static Amount aDay(long number) {
        return Amount.of(number).times(Month.DAYS);
    }

    private Amount commits() {
        return calls.times(Basis.WRITE_SHARE).plus(files);
    }

    private Amount coldCalls() {
        return calls.times(Basis.COLD_SHARE);
    }

    private static Amount one(Basis basis) {
        return Amount.of(basis.value());
    }

    /** Calls of the API, also those that hand in files. */
    Amount apiCalls() {
        return calls.plus(files.times(Basis.UPLOAD_CALLS));
    }

    Amount apiSeconds() {
        return calls.times(Basis.CALL_SECONDS)
                .plus(coldCalls().times(Basis.COLD_SECONDS))
                .plus(files.times(Basis.UPLOAD_CALLS).times(Basis.CALL_SECONDS));
    }

    Amount ingestSeconds() {
        return files.times(Basis.FILE_SECONDS).plus(rows.times(Basis.ROW_SECONDS));
    }

    Amount maintenanceSeconds() {
        return one(Basis.MAINTENANCE_SECONDS)
                .plus(storedGb.times(Basis.MAINTENANCE_SECONDS_A_GB))
                .atMost(Amount.of(CloudLimits.MAINTENANCE_TIMEOUT_SECONDS))
                .times(MAINTENANCE_RUNS);
    }

    Amount invocations() {
        return apiCalls().plus(files).plus(maintenanceRuns());
    }

    /** Tables, what they replaced, and the files they came in: those of 30 days, and 7 that could be taken back. */
    Amount storage() {
        Amount inbox =
                Amount.of(usage.rowsPerDay()).times(Basis.ROW_GB).times(CloudLimits.INBOX_DAYS + CloudLimits.UNDO_DAYS);
        return storedGb.plus(storedGb.times(Basis.HISTORY)).plus(inbox);
    }

    /** Tables that are opened anew: by functions that start, which one does for every file. */
    private Amount openings() {
        return coldCalls().plus(files).times(Basis.OPEN_TABLES);
    }

    Amount puts() {
        return commits()
                .times(Basis.COMMIT_PUTS)
                .plus(openings().times(Basis.OPEN_LISTS))
                .plus(files.times(Basis.UPLOAD_PUTS))
                .plus(tables.times(Basis.MAINTENANCE_PUTS).times(MAINTENANCE_RUNS));
    }

    /** Maintenance reads the data of every commit once. */
    Amount gets() {
        return calls.times(one(Basis.READ_GETS).plus(one(Basis.READ_FILES)))
                .plus(openings().times(Basis.OPEN_GETS))
                .plus(files.times(one(Basis.UPLOAD_GETS).plus(one(Basis.READ_FILES))))
                .plus(commits().times(one(Basis.COMMIT_GETS).plus(Amount.of(1))));
    }

    Amount siteGb() {
        return users.times(Month.DAYS).times(Basis.SITE_GB);
    }

    Amount siteRequests() {
        return users.times(Month.DAYS).times(Basis.SITE_REQUESTS).plus(apiCalls());
    }

    Amount users() {
        return users;
    }

    Amount logGb() {
        return apiCalls().plus(files).times(Basis.CALL_LOG_GB);
    }

    Amount answerGb() {
        return apiCalls().times(Basis.ANSWER_GB);
    }

    Amount queries() {
        return users.times(Basis.QUERIES);
    }

    /** Of one query: at least what Athena counts, and no more than the workgroup lets it. */
    Amount scannedGb() {
        return storedGb.times(Basis.QUERY_SHARE).atLeast(Month.LEAST_SCAN_GB).atMost(Month.SCAN_CAP_GB);
    }

    Amount tables() {
        return tables;
    }

    Amount maintenanceRuns() {
        return Amount.of(MAINTENANCE_RUNS);
    }
}
