package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which files of a table are worth merging, and which of these together. */
final class CompactionPlan {
    /** A merged file has about as much at most; it is read and written as a whole, in a small function's memory. */
    static final long TARGET_BYTES = 32L << 20;

    /** A file with less than half of what it may have is small; so two of them always fit into one. */
    private static final int SMALL = 2;

    /** So many small files in a partition are merged in any case. */
    private static final int MANY = 8;

    /** So many are looked at before the first of them are merged. */
    static final int CHUNK = 1000;

    private CompactionPlan() {}

    /**
     * The small files of each partition where merging is worth it: there are many, or they are half of the partition. No
     * list is longer than {@link #CHUNK}: a partition with more has several.
     */
    static List<List<DataFile>> worthwhile(Collection<DataFile> files) {
        Map<Map<String, @Nullable String>, List<DataFile>> partitions = files.stream()
                .collect(Collectors.groupingBy(DataFile::partition, LinkedHashMap::new, Collectors.toList()));
        List<List<DataFile>> worthwhile = new ArrayList<>();
        for (List<DataFile> partition : partitions.values()) {
            List<DataFile> small =
                    partition.stream().filter(CompactionPlan::isSmall).toList();
            if (small.size() >= MANY || (small.size() >= 2 && 2 * small.size() >= partition.size())) {
                for (int from = 0; from < small.size(); from += CHUNK) {
                    worthwhile.add(small.subList(from, Math.min(from + CHUNK, small.size())));
                }
            }
        }
        return worthwhile;
    }

    private static boolean isSmall(DataFile file) {
        return file.size() < TARGET_BYTES / SMALL && rows(file) < Layout.ROWS_PER_FILE / SMALL;
    }

    /** Where the log does not say how many rows there are, the size alone decides. */
    private static long rows(DataFile file) {
        return file.stats().rows().orElse(0);
    }

    /**
     * Small files that may be merged, by which go into one: in their order, which is that of time, so that what came
     * together lies together. Files that would stay alone are left out.
     */
    static List<List<DataFile>> bins(List<DataFile> small) {
        List<List<DataFile>> bins = new ArrayList<>();
        List<DataFile> bin = new ArrayList<>();
        long bytes = 0;
        long rows = 0;
        for (DataFile file : small) {
            if (bytes + file.size() > TARGET_BYTES || rows + rows(file) > Layout.ROWS_PER_FILE) {
                bins.add(bin);
                bin = new ArrayList<>();
                bytes = 0;
                rows = 0;
            }
            bin.add(file);
            bytes += file.size();
            rows += rows(file);
        }
        bins.add(bin);
        bins.removeIf(files -> files.size() < 2);
        return bins;
    }
}
