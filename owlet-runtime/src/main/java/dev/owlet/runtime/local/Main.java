package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.app.Config;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Runs a project from the command line. The generated project class's {@code main} calls it. */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private static final String HELP = """
            Serves this project: the API under /api, a sign-in for this machine under /oauth2.

              --sample <folder>   load <folder>/<path>.csv, .ndjson or .json into each table that is empty
              --help              print this

            With the word maintain as the first argument, cares for the tables once instead: merges small files, removes
            those that no version of the last week needs, shortens the log. Safe while the project is served.

              --dry-run           change nothing, tell what would be done

            With import <path> <file>, takes one file into one table: CSV, Excel, JSON, NDJSON or Parquet, also packed. Good
            rows are in at once, the others come back in a file beside their reasons. Ends with 3 when there are any.

              --upsert            rows that the table has already are replaced

            With export <path>, writes one table to standard output, as an import takes it back.

              --format <format>   csv, ndjson or parquet
              --to <file>         write to a file

            Environment:
              OWLET_PORT          port, 8080; 0 takes any free one
              OWLET_ROOT          folder of the tables, ./data
              OWLET_LOG=requests  one line a request
              OWLET_UI            folder of a built web app to serve instead of the one within
              OWLET_ISSUER        a real OpenID Connect issuer; turns the local sign-in off and serves the network
              OWLET_CLIENT_ID     the only client of that issuer to accept
              OWLET_SIGN_IN_URL   where that issuer's sign-in pages are
              OWLET_HOST          with an issuer: address to listen at, all
            """;

    private Main() {}

    /**
     * Serves until the process is told to stop, or does what else the arguments ask for. Ends the process with 1 if that
     * fails, with 2 if the arguments make no sense; a sentence on standard error says why.
     *
     * @param factory makes the application, such as {@code OwlWatch::new}
     */
    public static void run(Function<Config, ? extends App> factory, String[] args) {
        // Delta's kernel names files by the digits of the machine's language, and would not find those of Delta
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        int code = start(factory, args, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** What {@link #run} does, but for ending the process: the exit code, 0 when the server runs now. */
    static int start(Function<Config, ? extends App> factory, String[] args, PrintStream out, PrintStream err) {
        Command command;
        try {
            command = command(factory, List.of(args), out, err);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return MISUSED;
        }
        try {
            return command.run();
        } catch (IOException | IllegalArgumentException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    /** What the arguments ask for; gives the exit code. */
    private interface Command {
        int run() throws IOException;
    }

    private static Command command(
            Function<Config, ? extends App> factory, List<String> args, PrintStream out, PrintStream err) {
        if (!args.isEmpty() && args.get(0).equals(MaintainCommand.NAME)) {
            MaintainCommand maintain = MaintainCommand.of(args.subList(1, args.size()), out);
            return () -> maintain.run(factory.apply(Config.fromEnvironment()));
        }
        if (!args.isEmpty() && args.get(0).equals(ImportCommand.NAME)) {
            ImportCommand load = ImportCommand.of(args.subList(1, args.size()), out);
            return () -> load.run(factory.apply(Config.fromEnvironment()));
        }
        if (!args.isEmpty() && args.get(0).equals(ExportCommand.NAME)) {
            ExportCommand export = ExportCommand.of(args.subList(1, args.size()), out, err);
            return () -> export.run(factory.apply(Config.fromEnvironment()));
        }
        Arguments arguments = Arguments.of(args.toArray(String[]::new));
        return () -> {
            if (arguments.help()) {
                out.print(HELP);
            } else {
                serve(factory, arguments.sample(), out);
            }
            return 0;
        };
    }

    private static void serve(Function<Config, ? extends App> factory, Optional<Path> sample, PrintStream out)
            throws IOException {
        Config config = Config.fromEnvironment();
        if (sample.isPresent() && config.issuer().isPresent()) {
            throw new IllegalArgumentException("--sample works with the local sign-in only; unset OWLET_ISSUER.");
        }
        if (sample.isPresent() && !Files.isDirectory(sample.get())) {
            throw new IllegalArgumentException("There is no folder " + sample.get() + " to load samples from.");
        }
        LocalServer server = LocalServer.start(config, Options.fromEnvironment(), factory);
        long millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "owlet-stop"));
        if (sample.isPresent() && server.issuer().isPresent()) {
            String token = server.issuer().get().accessToken(Persona.ADMIN);
            new Samples(server.app(), token, out).load(sample.get());
        }
        greet(server, millis, out);
    }

    private static void greet(LocalServer server, long millis, PrintStream out) {
        App app = server.app();
        out.println(app.title() + " runs at " + server.origin() + "/ (started in " + millis + " ms)");
        server.issuer().ifPresent(issuer -> {
            out.println("  Try it  " + Curl.token(server.origin()));
            out.println("          " + Curl.request(server.origin(), app));
        });
        out.println("  Data    " + place(app.config().root()));
        out.println("  Stop    Ctrl+C");
    }

    private static String place(String root) {
        return root.startsWith("s3:")
                ? root
                : Path.of(root).toAbsolutePath().normalize().toString();
    }
}
