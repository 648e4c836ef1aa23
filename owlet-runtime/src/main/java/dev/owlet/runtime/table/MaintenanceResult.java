package dev.owlet.runtime.table;

import java.util.List;

/**
 * What {@link Maintenance} did to one table; in a dry run, what it would do.
 *
 * @param table the concept
 * @param before the table's files when it began
 * @param after the table's files when it ended
 * @param merged files that others took the place of
 * @param removed files deleted that no kept version is made of, unfinished ones among them
 * @param logFiles how many files were deleted of the table's log: commits, checkpoints and checksums beyond its retention
 * @param left what was not done, and why; the next run goes on there
 * @param problems what could not be done, and needs somebody to look at it
 */
public record MaintenanceResult(
        String table,
        Files before,
        Files after,
        Files merged,
        Files removed,
        long logFiles,
        List<String> left,
        List<String> problems) {
    public MaintenanceResult {
        left = List.copyOf(left);
        problems = List.copyOf(problems);
    }

    /** A number of files, and their bytes together. */
    public record Files(long count, long bytes) {
        static final Files NONE = new Files(0, 0);

        Files plus(long bytesOfOne) {
            return new Files(count + 1, bytes + bytesOfOne);
        }

        Files plus(Files others) {
            return new Files(count + others.count, bytes + others.bytes);
        }
    }
}
