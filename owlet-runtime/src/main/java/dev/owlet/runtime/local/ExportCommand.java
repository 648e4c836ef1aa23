package dev.owlet.runtime.local;

import dev.owlet.runtime.api.TableExport;
import dev.owlet.runtime.app.App;
import dev.owlet.runtime.table.Table;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The command {@code export}: writes a table to a file or to standard output, as an import takes it back. */
final class ExportCommand {
    static final String NAME = "export";

    private static final String USAGE =
            "Say: " + NAME + " <path> [--format " + String.join("|", TableExport.FORMATS) + "] [--to <file>]";

    private final String path;
    private final String format;
    private final Optional<Path> to;
    private final PrintStream out;
    private final PrintStream err;

    private ExportCommand(String path, String format, Optional<Path> to, PrintStream out, PrintStream err) {
        this.path = path;
        this.format = format;
        this.to = to;
        this.out = out;
        this.err = err;
    }

    /**
     * @param args what follows the command's name
     * @param out takes the rows when no file is named
     * @param err takes what is told of it then
     * @throws IllegalArgumentException with a sentence that says what is wrong with them
     */
    static ExportCommand of(List<String> args, PrintStream out, PrintStream err) {
        if (args.isEmpty() || args.size() % 2 == 0) {
            throw new IllegalArgumentException("An export takes the path of a table. " + USAGE);
        }
        Optional<String> format = Optional.empty();
        Optional<Path> to = Optional.empty();
        for (int i = 1; i < args.size(); i += 2) {
            switch (args.get(i)) {
                case "--format" -> format = Optional.of(args.get(i + 1));
                case "--to" -> to = Optional.of(Path.of(args.get(i + 1)));
                default -> throw new IllegalArgumentException("There is no argument '" + args.get(i) + "'. " + USAGE);
            }
        }
        String known = format.or(suffix(to)).orElse(TableExport.FORMATS.get(0));
        if (!TableExport.FORMATS.contains(known)) {
            throw new IllegalArgumentException("There is no format '" + known + "'. " + USAGE);
        }
        return new ExportCommand(args.get(0), known, to, out, err);
    }

    /** The format that the name of the file says. */
    private static Supplier<Optional<String>> suffix(Optional<Path> to) {
        return () -> to.map(file -> file.toString().replaceFirst(".*\\.", "")).filter(TableExport.FORMATS::contains);
    }

    int run(App app) throws IOException {
        Table<?> table = NamedTable.of(app, path);
        if (to.isEmpty()) {
            long rows = TableExport.write(table, format, out);
            out.flush();
            err.println(told(table, rows));
            return 0;
        }
        long rows;
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(to.get()))) {
            rows = TableExport.write(table, format, file);
        }
        out.println(told(table, rows) + " are in " + to.get() + " now.");
        return 0;
    }

    private static String told(Table<?> table, long rows) {
        return String.format(Locale.ROOT, "%,d rows of %s", rows, table.spec().name());
    }
}
