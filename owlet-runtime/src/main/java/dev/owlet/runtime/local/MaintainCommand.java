package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.table.Maintenance;
import dev.owlet.runtime.table.MaintenanceOptions;
import dev.owlet.runtime.table.MaintenanceResult;
import java.io.PrintStream;
import java.util.List;

/** The command {@code maintain}: cares for all tables once, and tells what it did. */
final class MaintainCommand {
    static final String NAME = "maintain";

    private static final String DRY_RUN = "--dry-run";
    private static final int FAILED = 1;

    private final boolean dry;
    private final PrintStream out;

    private MaintainCommand(boolean dry, PrintStream out) {
        this.dry = dry;
        this.out = out;
    }

    /**
     * @param args what follows the command's name
     * @throws IllegalArgumentException with a sentence that says what is wrong with them
     */
    static MaintainCommand of(List<String> args, PrintStream out) {
        for (String arg : args) {
            if (!arg.equals(DRY_RUN)) {
                throw new IllegalArgumentException(
                        "There is no argument '" + arg + "'. Say: " + NAME + " [" + DRY_RUN + "]");
            }
        }
        return new MaintainCommand(!args.isEmpty(), out);
    }

    /** @return the exit code: 1 when a table has problems */
    int run(App app) {
        MaintenanceOptions options = dry ? MaintenanceOptions.usual().dry() : MaintenanceOptions.usual();
        out.println(
                "Caring for the tables of " + app.title() + (dry ? ". This is a dry run: nothing is changed." : "."));
        List<MaintenanceResult> results = new Maintenance(app.tables(), options, new ProgressLines(out)).run();
        MaintenanceText text = new MaintenanceText(dry);
        results.stream().map(text::of).forEach(out::print);
        return results.stream().allMatch(result -> result.problems().isEmpty()) ? 0 : FAILED;
    }
}
