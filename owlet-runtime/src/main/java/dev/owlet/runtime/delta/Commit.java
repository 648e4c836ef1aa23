package dev.owlet.runtime.delta;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one commit changes.
 *
 * @param add data files that already lie on storage
 * @param remove files of the snapshot that no longer belong to the table
 * @param schema the schema from here on; empty: as before. Must be given for a table that does not exist yet
 * @param partitionColumns names of columns of the schema whose values stand in the log, not in the files; taken when the
 *     table is made, ignored later
 * @param apps application ids for which {@link Snapshot#transaction} shall answer with this commit's version
 * @param operation one word for the history
 * @param user who commits
 * @param metrics operation metrics by Delta's names, such as {@code numOutputRows}
 * @param userMetadata kept in the commit, given back by {@link LoggedCommit}
 * @param dataChange false when the same rows only lie in other files, as after compaction
 */
public record Commit(
        List<DataFile> add,
        List<DataFile> remove,
        Optional<DeltaSchema> schema,
        List<String> partitionColumns,
        List<String> apps,
        String operation,
        String user,
        Map<String, Long> metrics,
        Optional<String> userMetadata,
        boolean dataChange) {
    public Commit {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
        partitionColumns = List.copyOf(partitionColumns);
        apps = List.copyOf(apps);
        metrics = Map.copyOf(metrics);
    }
}
