package dev.owlet.runtime.delta;

import java.util.Map;
import org.apache.parquet.hadoop.metadata.FileMetaData;

/**
 * What is certain of how a file stores its values, by who wrote it.
 *
 * @param oneText whether a value has one text only: others may write UUIDs in capitals, or times without seconds
 * @param boundedNaN whether a column with NaN has no bounds; some writers leave NaN out of them
 */
record StoredForm(boolean oneText, boolean boundedNaN) {
    /** Files written here bear this key in their metadata; copies of others' rows do not. */
    static final Map<String, String> MARK = Map.of("dev.owlet", "1");

    static StoredForm of(FileMetaData file) {
        String creator = file.getCreatedBy();
        boolean ours = file.getKeyValueMetaData().entrySet().containsAll(MARK.entrySet());
        return new StoredForm(ours, creator != null && creator.startsWith("parquet-mr"));
    }
}
