package dev.owlet.runtime.table;

import java.util.ArrayList;
import java.util.List;

/**
 * The care of tables: small files become large ones, files and versions that nobody needs any more go. Changes no row.
 * Safe beside writers, readers and other maintenance in any process, and safe to end at any moment; the next run goes on.
 */
public final class Maintenance {
    private final Tables tables;
    private final MaintenanceOptions options;
    private final MaintenanceProgress progress;

    public Maintenance(Tables tables, MaintenanceOptions options, MaintenanceProgress progress) {
        this.tables = tables;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Cares for one table after the other. A table with problems does not keep the others from care.
     *
     * @return a result of each table, in their order
     */
    public List<MaintenanceResult> run() {
        StoreClock clock = new StoreClock(tables.objects());
        List<MaintenanceResult> results = new ArrayList<>();
        for (Table<?> table : tables.all()) {
            Errand errand = new Errand(table.spec().name(), options, progress);
            results.add(new TableCare(table.store(), clock, errand).run());
        }
        return results;
    }
}
