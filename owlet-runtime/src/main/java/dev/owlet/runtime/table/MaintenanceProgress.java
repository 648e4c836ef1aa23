package dev.owlet.runtime.table;

/** Is told how {@link Maintenance} goes on, by the thread that does it. */
@FunctionalInterface
public interface MaintenanceProgress {
    MaintenanceProgress NONE = (table, step, done, total) -> {};

    /**
     * @param table the concept
     * @param step what is done with it, such as {@code merging files}
     * @param done how much of the step, up to {@code total}
     */
    void at(String table, String step, long done, long total);
}
