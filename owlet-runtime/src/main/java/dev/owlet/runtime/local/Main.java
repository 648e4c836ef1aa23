package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.app.Config;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
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

            Environment:
              OWLET_PORT          port, 8080; 0 takes any free one
              OWLET_ROOT          folder of the tables, ./data
              OWLET_LOG=requests  one line a request
              OWLET_ISSUER        a real OpenID Connect issuer; turns the local sign-in off and serves the network
              OWLET_CLIENT_ID     the only client of that issuer to accept
              OWLET_SIGN_IN_URL   where that issuer's sign-in pages are
              OWLET_HOST          with an issuer: address to listen at, all
            """;

    private Main() {}

    /**
     * Serves until the process is told to stop. Ends the process with 1 if the server cannot start, with 2 if the
     * arguments make no sense; a sentence on standard error says why.
     *
     * @param factory makes the application, such as {@code OwlWatch::new}
     */
    public static void run(Function<Config, ? extends App> factory, String[] args) {
        Arguments arguments;
        try {
            arguments = Arguments.of(args);
        } catch (IllegalArgumentException e) {
            exit(MISUSED, e);
            return;
        }
        if (arguments.help()) {
            System.out.print(HELP);
            return;
        }
        try {
            LocalServer server = LocalServer.start(Config.fromEnvironment(), Options.fromEnvironment(), factory);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "owlet-stop"));
            loadSamples(server, arguments.sample(), System.out);
            greet(server, System.out);
        } catch (IOException | IllegalArgumentException e) {
            exit(FAILED, e);
        }
    }

    private static void loadSamples(LocalServer server, Optional<Path> folder, PrintStream out) throws IOException {
        if (folder.isEmpty()) {
            return;
        }
        if (!Files.isDirectory(folder.get())) {
            throw new IllegalArgumentException("There is no folder " + folder.get() + " to load samples from.");
        }
        Issuer issuer = server.issuer()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--sample works with the local sign-in only; unset OWLET_ISSUER."));
        new Samples(server.app(), issuer.accessToken(Persona.ADMIN), out).load(folder.get());
    }

    private static void greet(LocalServer server, PrintStream out) {
        App app = server.app();
        long millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
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

    private static void exit(int code, Exception e) {
        System.err.println(e.getMessage());
        System.exit(code);
    }
}
