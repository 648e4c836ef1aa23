package dev.owlet.runtime.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the steps of the care of one table have in common: how they are to be done, and whom to tell. Not thread-safe. */
final class Errand {
    private final String table;
    private final MaintenanceOptions options;
    private final MaintenanceProgress progress;
    private final List<String> left = new ArrayList<>();
    private final Set<String> problems = new LinkedHashSet<>();

    Errand(String table, MaintenanceOptions options, MaintenanceProgress progress) {
        this.table = table;
        this.options = options;
        this.progress = progress;
    }

    String table() {
        return table;
    }

    boolean isDry() {
        return options.isDry();
    }

    MaintenanceOptions options() {
        return options;
    }

    void at(String step, long done, long total) {
        progress.at(table, step, done, total);
    }

    /** Tells what is not done in this run. */
    void leave(String what) {
        left.add(what);
    }

    List<String> left() {
        return left;
    }

    /** Keeps what went wrong; the same thing often goes wrong in each step. */
    void fail(Exception problem) {
        problems.add(problem.getMessage() == null ? problem.toString() : problem.getMessage());
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
