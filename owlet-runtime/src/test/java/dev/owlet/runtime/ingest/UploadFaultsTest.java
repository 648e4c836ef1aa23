package dev.owlet.runtime.ingest;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few of what {@code .ci/faults} does many times. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UploadFaultsTest {
    @TempDir
    Path folder;

    @Test
    void oneCommitWhateverHappens() throws Exception {
        UploadFaults faults = new UploadFaults(folder, 1);
        faults.deliveredOften(2);
        faults.killed(3);
        faults.overlapping("insert");
    }
}
