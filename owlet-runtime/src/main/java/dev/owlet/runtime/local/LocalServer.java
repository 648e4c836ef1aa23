package dev.owlet.runtime.local;

import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import dev.owlet.runtime.app.App;
import dev.owlet.runtime.app.Config;
import dev.owlet.runtime.http.Problems;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * One application on one machine. Without a configured issuer it brings its own, which signs in anybody: then it listens
 * on loopback only and answers only requests that name this machine. With one, it is a plain server: put TLS before it.
 */
public final class LocalServer implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final HttpServer server;
    private final ThreadPoolExecutor workers = Limits.workers();
    private final App app;
    private final Optional<Issuer> issuer;
    private final Router routes = new Router();
    private final Pages pages;
    private final Inbox inbox;
    private final Bridge bridge;
    private volatile boolean stopping;

    private LocalServer(HttpServer server, App app, Options options) throws IOException {
        this.server = server;
        this.app = app;
        issuer = app.config().issuer().isPresent() ? Optional.empty() : Optional.of(issuer(app, origin()));
        issuer.ifPresent(local -> {
            local.addTo(routes);
            app.authenticator(local.authenticator());
        });
        pages = new Pages(app, origin(), issuer, options);
        pages.addTo(routes);
        inbox = new Inbox(app);
        FileRoutes files = new FileRoutes(app, inbox);
        bridge = new Bridge(this::answer, new Guarded(files), options.logRequests());
        inbox.start();
    }

    /** Files, behind the same checks as all else. */
    private final class Guarded implements Bridge.Files {
        private final FileRoutes files;

        Guarded(FileRoutes files) {
            this.files = files;
        }

        @Override
        public boolean has(Request head) {
            return files.has(head);
        }

        @Override
        public FileRoutes.Answer answer(Request head, InputStream body) throws IOException {
            Optional<Response> refusal = refusal(head);
            return refusal.isPresent() ? FileRoutes.Answer.of(refusal.get()) : files.answer(head, body);
        }
    }

    /**
     * Binds the port, makes the application and starts to answer.
     *
     * @throws IOException with a sentence for the person at the terminal: the port is in use, the key is unreadable
     */
    static LocalServer start(Config config, Options options, Function<Config, ? extends App> factory)
            throws IOException {
        Limits.apply();
        HttpServer http = bind(config, options);
        try {
            LocalServer started = new LocalServer(http, factory.apply(config), options);
            http.createContext("/", started.bridge);
            http.setExecutor(started.workers);
            http.start();
            return started;
        } catch (IOException | RuntimeException | Error e) {
            http.stop(0);
            throw e;
        }
    }

    /** Where a browser finds it, without a slash at the end. */
    public String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public App app() {
        return app;
    }

    /** The local issuer; empty when there is a real one. */
    Optional<Issuer> issuer() {
        return issuer;
    }

    /** Lets running requests end, for some seconds; new ones are sent away. */
    @Override
    public void close() {
        stopping = true;
        long end = System.nanoTime() + GRACE.toNanos();
        while (bridge.running() > 0
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        server.stop(0); // HttpServer's own grace would be waited for in full, even when nothing runs
        workers.shutdownNow();
        inbox.close();
    }

    private static HttpServer bind(Config config, Options options) throws IOException {
        InetSocketAddress address = config.issuer().isEmpty()
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port())
                : options.host()
                        .map(host -> new InetSocketAddress(host, config.port()))
                        .orElseGet(() -> new InetSocketAddress(config.port()));
        try {
            return HttpServer.create(address, 0);
        } catch (BindException e) {
            throw new IOException(
                    "Port " + config.port() + " is in use. Stop what listens there, or choose another port with"
                            + " OWLET_PORT (0 takes any free one).",
                    e);
        }
    }

    private static Issuer issuer(App app, String origin) throws IOException {
        String root = app.config().root();
        RSAKey key =
                root.startsWith("s3:") ? SigningKey.generate() : SigningKey.in(Path.of(root, ".local", "key.json"));
        return new Issuer(origin, app.config().clientId(), app.title(), key, Clock.systemUTC());
    }

    private Optional<Response> refusal(Request request) {
        if (issuer.isPresent() && !Loopback.isHost(request.header("host").orElse(""))) {
            return Optional.of(
                    Problems.of(421, "This server answers to localhost only, and signs in anybody who is there."));
        }
        return stopping
                ? Optional.of(Problems.of(503, "The server is stopping.").header("connection", "close"))
                : Optional.empty();
    }

    private Response answer(Request request) {
        Optional<Response> refusal = refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (request.path().equals("/api") || request.path().startsWith("/api/")) {
            Response response = app.handle(request);
            inbox.heard(request, response);
            return response;
        }
        try {
            return routes.has(request.path()) ? routes.handle(request) : pages.other(request);
        } catch (Exception e) {
            System.err.println("owlet: failure at " + request.method() + " " + request.path());
            e.printStackTrace(System.err);
            return Problems.of(500, "Something went wrong here, not with your request. See the terminal.");
        }
    }
}
