package dev.owlet.runtime.local;

import dev.owlet.runtime.table.MaintenanceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What maintenance did, for people. */
final class MaintenanceText {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    private final boolean dry;

    /** @param dry whether nothing was done, and the results tell what would have been */
    MaintenanceText(boolean dry) {
        this.dry = dry;
    }

    /** Lines, each with its end. */
    String of(MaintenanceResult result) {
        StringBuilder text = new StringBuilder(line(result.table() + ": " + done(result)));
        result.left().forEach(left -> text.append(line("  left for the next run: " + left)));
        result.problems().forEach(problem -> text.append(line("  PROBLEM: " + problem)));
        return text.toString();
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ") + System.lineSeparator();
    }

    private String done(MaintenanceResult result) {
        List<String> done = new ArrayList<>();
        if (result.merged().count() > 0) {
            done.add(dry ? counted(result.merged()) + " would be merged" : merged(result));
        }
        if (result.removed().count() > 0) {
            done.add(counted(result.removed()) + verb() + "removed that no kept version needs");
        }
        if (result.logFiles() > 0) {
            done.add(files(result.logFiles()) + " of the log" + verb() + "removed");
        }
        return done.isEmpty() ? "nothing to do, " + counted(result.after()) : String.join("; ", done);
    }

    private static String merged(MaintenanceResult result) {
        return counted(result.before()) + " before, " + counted(result.after()) + " after merging "
                + files(result.merged().count());
    }

    private String verb() {
        return dry ? " would be " : " ";
    }

    private static String counted(MaintenanceResult.Files files) {
        return files(files.count()) + " (" + size(files.bytes()) + ")";
    }

    private static String files(long count) {
        return count == 1 ? "1 file" : String.format(Locale.ROOT, "%,d files", count);
    }

    private static String size(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
    }
}
