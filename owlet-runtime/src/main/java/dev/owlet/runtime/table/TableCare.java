package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.table.MaintenanceResult.Files;
import java.io.IOException;

/** The care of one table: merges files, then removes some, then shortens the log. A step that fails stops no other. */
final class TableCare {
    private final TableStore<?> table;
    private final Errand errand;
    private final Compaction<?> compaction;
    private final Vacuum vacuum;
    private final LogCleanUp logCleanUp;

    TableCare(TableStore<?> table, StoreClock clock, Errand errand) {
        this.table = table;
        this.errand = errand;
        compaction = new Compaction<>(table, errand);
        vacuum = new Vacuum(table, clock, errand);
        logCleanUp = new LogCleanUp(table, errand);
    }

    private interface Step {
        void run() throws IOException;
    }

    MaintenanceResult run() {
        Files[] size = {Files.NONE, Files.NONE};
        attempt(() -> {
            if (table.log().latest().exists()) {
                size[0] = size();
                inTime(Compaction.STEP, compaction::run);
                inTime(Vacuum.STEP, vacuum::run);
                inTime(LogCleanUp.STEP, logCleanUp::run);
                size[1] = size();
            }
        });
        return new MaintenanceResult(
                errand.table(),
                size[0],
                size[1],
                compaction.merged(),
                vacuum.removed(),
                logCleanUp.removed(),
                errand.left(),
                errand.problems());
    }

    private void inTime(String name, Step step) {
        if (errand.options().hasTime()) {
            attempt(step);
        } else {
            errand.leave(name + ": not begun, as time ran short");
        }
    }

    private Files size() throws IOException {
        Files size = Files.NONE;
        for (DataFile file : table.log().latest().files()) {
            size = size.plus(file.size());
        }
        return size;
    }

    /** One broken table is no reason to stop, whatever is wrong with it: it is told at the end. */
    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            errand.fail(e);
        }
    }
}
