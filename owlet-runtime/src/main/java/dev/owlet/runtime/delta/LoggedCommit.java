package dev.owlet.runtime.delta;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One commit as the log tells it.
 *
 * @param version from 0
 * @param when when its file was written, as other engines count for time travel, to the microsecond
 * @param user who committed, or the engine when it did not say
 * @param operation what, in the engine's word
 * @param metrics operation metrics by Delta's names; empty when the committer did not say
 * @param userMetadata what the committer kept here
 * @param add the data files it added, in its order
 * @param remove the data files it took out of the table, without statistics
 */
public record LoggedCommit(
        long version,
        Instant when,
        String user,
        String operation,
        Map<String, Long> metrics,
        Optional<String> userMetadata,
        List<DataFile> add,
        List<DataFile> remove) {}
