package dev.owlet.processor.cost;

import dev.owlet.processor.model.CloudLimits;
import java.math.BigDecimal;

/** What follows from the calendar and from AWS alone. */
final class Month {
    /** The longest month: what holds for it holds for all. */
    static final long DAYS = 31;

    static final Amount SECONDS = Amount.of(86_400).times(DAYS);

    /** Memory of a function in GB as Lambda counts them: 2^30 bytes. */
    static final Amount MEMORY_GB = Amount.of(new BigDecimal(CloudLimits.MEMORY_MB).divide(new BigDecimal(1_024)));

    /** Disk of the function that takes files in, beyond the half that is free. */
    static final Amount PAID_DISK_GB =
            Amount.of(new BigDecimal(CloudLimits.INGEST_DISK_MB - 512).divide(new BigDecimal(1_024)));

    /** Athena counts 10 MB for a smaller query. */
    static final Amount LEAST_SCAN_GB = Amount.of(new BigDecimal("0.01"));

    static final Amount SCAN_CAP_GB = gb(CloudLimits.SCAN_CAP_BYTES);

    private Month() {}

    /** In GB of 10^9 bytes, which are smaller than those AWS counts. */
    static Amount gb(long bytes) {
        return Amount.of(BigDecimal.valueOf(bytes, 9));
    }
}
