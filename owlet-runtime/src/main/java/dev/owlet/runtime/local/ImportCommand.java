package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.csv.UnreadableFileException;
import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.ingest.IngestException;
import dev.owlet.runtime.ingest.IngestMode;
import dev.owlet.runtime.ingest.IngestProgress;
import dev.owlet.runtime.ingest.IngestReport;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.upload.Intake;
import dev.owlet.runtime.upload.RejectsFile;
import dev.owlet.runtime.upload.Uploads;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The command {@code import}: takes one file of this machine into one table, and tells of every row that does not get in. */
final class ImportCommand {
    static final String NAME = "import";

    /** Exit code when the good rows are in and others are not. */
    static final int SOME_REFUSED = 3;

    private static final String UPSERT = "--upsert";
    private static final String USAGE = "Say: " + NAME + " <path> <file> [" + UPSERT + "]";
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final String path;
    private final Path file;
    private final IngestMode mode;
    private final PrintStream out;

    private ImportCommand(String path, Path file, IngestMode mode, PrintStream out) {
        this.path = path;
        this.file = file;
        this.mode = mode;
        this.out = out;
    }

    /**
     * @param args what follows the command's name
     * @throws IllegalArgumentException with a sentence that says what is wrong with them
     */
    static ImportCommand of(List<String> args, PrintStream out) {
        List<String> rest = new ArrayList<>(args);
        boolean upsert = rest.remove(UPSERT);
        for (String arg : rest) {
            if (arg.startsWith("--")) {
                throw new IllegalArgumentException("There is no argument '" + arg + "'. " + USAGE);
            }
        }
        if (rest.size() != 2) {
            throw new IllegalArgumentException("An import takes the path of a table and a file. " + USAGE);
        }
        IngestMode mode = upsert ? IngestMode.UPSERT : IngestMode.INSERT;
        return new ImportCommand(rest.get(0), Path.of(rest.get(1)), mode, out);
    }

    /** @return the exit code: 0 when every row is in */
    int run(App app) throws IOException {
        Table<?> table = NamedTable.of(app, path);
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    Files.isDirectory(file)
                            ? file + " is a folder. Name a file in it."
                            : "There is no file " + file + ".");
        }
        out.println("Importing " + file.getFileName() + " into " + table.spec().name() + ".");
        LocalRejects refused = new LocalRejects(file);
        try (RejectsFile rejects = RejectsFile.of(table.spec(), refused)) {
            IngestReport report =
                    Intake.run(new Uploads<>(table), FileSource.of(file), mode, user(), rejects, new Lines());
            new ImportText(out).print(report, refused.file());
            return report.rejected() == 0 ? 0 : SOME_REFUSED;
        } catch (UnreadableFileException | IngestException e) {
            throw new IOException(file.getFileName() + ": " + e.getMessage() + " Nothing of it is in.", e);
        }
    }

    private static String user() {
        return System.getProperty("user.name", "import");
    }

    /** A line a second at most. */
    private final class Lines implements IngestProgress {
        private long printed = System.nanoTime();

        @Override
        public void at(Phase phase, long rows, long rejected) {
            long now = System.nanoTime();
            if (now - printed >= INTERVAL) {
                printed = now;
                out.printf(
                        Locale.ROOT,
                        "  %s: %,d rows, %,d refused%n",
                        phase.name().toLowerCase(Locale.ROOT),
                        rows,
                        rejected);
            }
        }
    }
}
