package dev.owlet.runtime.table;

import java.util.List;

/** Tells data files from all else in the folder of a table, as Delta's VACUUM does (its {@code isHiddenDirectory}). */
final class TableFolder {
    private final String folder;
    private final List<String> partitionColumns;

    /** @param folder key, without a slash at the end */
    TableFolder(String folder, List<String> partitionColumns) {
        this.folder = folder + "/";
        this.partitionColumns = partitionColumns;
    }

    /**
     * Names that begin with {@code _} or {@code .} are hidden: the log, indexes, what people put there. A folder of a
     * partition is not, even when its column's name begins like that. Only Parquet files are data.
     */
    boolean isDataFile(String key) {
        if (!key.startsWith(folder) || !key.endsWith(".parquet")) {
            return false;
        }
        for (String part : key.substring(folder.length()).split("/", -1)) {
            if (part.isEmpty() || isHidden(part)) {
                return false;
            }
        }
        return true;
    }

    private boolean isHidden(String name) {
        boolean marked = name.startsWith("_") || name.startsWith(".");
        return marked && partitionColumns.stream().noneMatch(column -> name.startsWith(column + "="));
    }
}
