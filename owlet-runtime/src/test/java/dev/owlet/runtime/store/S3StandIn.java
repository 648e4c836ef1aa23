package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * As much of S3 as tables use, on this machine, for tests: conditional PUT, GET with a range, HEAD, ListObjectsV2,
 * DELETE, objects in parts; requests must be signed as S3 wants it, in a header or in the address. It counts requests and fails on demand.
 *
 * <p>In a process of its own: {@code java -cp … dev.owlet.runtime.store.S3StandIn <port> [<folder>]}, with the port 0 for
 * any free one; it prints the variables that a client needs, then a line {@code ready}. With a folder, objects lie there
 * as files, {@code <folder>/<bucket>/<key>}, and are found again at the next start. Over HTTP,
 * {@code /-/next?fault=DROP&action=PUT&times=3}, {@code /-/rate?fault=LOSE_ANSWER&action=PUT&rate=0.1&seed=7},
 * {@code /-/lateness?millis=300}, {@code /-/skew?seconds=-7200}, {@code /-/clear} and {@code /-/counts} do what the methods
 * do.
 */
public final class S3StandIn implements AutoCloseable {
    /** The bucket that is there from the start. */
    public static final String BUCKET = "tables";

    public static final String REGION = "eu-west-1";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final StandInBuckets buckets;
    private final StandInMultipart multipart;
    private final Tally tally = new Tally();
    private final AtomicLong retried = new AtomicLong();
    private final Faults faults = new Faults();
    private volatile int pageSize = 1000;
    private volatile Duration lateness = Duration.ofSeconds(1);
    private volatile Clock clock = Clock.systemUTC();

    private S3StandIn(int port, @Nullable Path folder) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits for the other side's ACK
        buckets = new StandInBuckets(folder);
        buckets.add(BUCKET);
        multipart = new StandInMultipart(buckets);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.createContext("/-/", exchange -> StandInControl.handle(exchange, this));
        server.start();
    }

    public static S3StandIn start() throws IOException {
        return new S3StandIn(0, null);
    }

    /**
     * @param port 0 for any free one
     * @param folder where objects lie as files too; null for memory alone
     */
    public static S3StandIn start(int port, @Nullable Path folder) throws IOException {
        return new S3StandIn(port, folder);
    }

    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        S3StandIn standIn = start(port, arguments.length > 1 ? Path.of(arguments[1]) : null);
        standIn.environment().forEach((name, value) -> System.out.println(name + "=" + value));
        System.out.println("ready");
    }

    /** A store here, for this process. */
    public ObjectStore store(String root) {
        return store(root, S3Limits.DEFAULT);
    }

    ObjectStore store(String root, S3Limits limits) {
        return new S3Store(S3Place.parse(root), new S3Settings(environment()::get, limits));
    }

    /** The variables with which {@link ObjectStore#open} in another process finds this. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_S3",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_REGION",
                REGION,
                "AWS_ACCESS_KEY_ID",
                StandInSignature.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                StandInSignature.SECRET_KEY);
    }

    public void addBucket(String name) {
        buckets.add(name);
    }

    /** An object as another program would put it. */
    void putForeign(String bucket, String key, byte[] bytes) throws IOException {
        buckets.put(bucket, key, new StandInBuckets.Stored(bytes, clock.instant()), false);
    }

    /** Makes an object say that it was last written at a time. */
    public void date(String bucket, String key, Instant written) throws IOException {
        byte[] bytes = buckets.get(bucket, key).orElseThrow().bytes();
        buckets.put(bucket, key, new StandInBuckets.Stored(bytes, written), false);
    }

    public Counts counts() {
        return tally.counts();
    }

    /** Requests that the SDK sent again after a fault. */
    public long retried() {
        return retried.get();
    }

    /** @param action GET, HEAD, LIST, PUT, DELETE, PARTS or ABORT; empty for any */
    public void next(Fault fault, String action, int times) {
        faults.next(fault, action(action), times);
    }

    /** @param rate share of the requests that fail, from 0 to 1; the same seed gives the same choice */
    public void rate(Fault fault, String action, double rate, long seed) {
        faults.rate(fault, action(action), rate, seed);
    }

    public void clear() {
        faults.clear();
    }

    private static S3Action action(String method, Map<String, String> query) {
        boolean ofParts = query.containsKey("uploadId");
        return switch (method) {
            case "POST" -> S3Action.PUT;
            case "GET" -> ofParts ? S3Action.PARTS : S3Action.GET;
            case "DELETE" -> ofParts ? S3Action.ABORT : S3Action.DELETE;
            default -> S3Action.valueOf(method);
        };
    }

    private static Optional<S3Action> action(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(S3Action.valueOf(name));
    }

    /** How many keys a page of a listing has. */
    public void pageSize(int keys) {
        pageSize = keys;
    }

    /** How late {@link Fault#LATE} is. */
    public void lateness(Duration duration) {
        lateness = duration;
    }

    /** How far {@code Last-Modified} is off from now on. */
    public void skew(Duration duration) {
        clock = Clock.offset(Clock.systemUTC(), duration);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        S3Action action = query.containsKey("list-type") ? S3Action.LIST : action(exchange.getRequestMethod(), query);
        tally.request(action);
        if (!exchange.getRequestHeaders()
                .getOrDefault("amz-sdk-request", List.of("attempt=1"))
                .get(0)
                .startsWith("attempt=1")) {
            retried.incrementAndGet();
        }
        Optional<Fault> fault = faults.of(action);
        StandInAnswer answer = answer(exchange, action, query, body, fault);
        if (fault.equals(Optional.of(Fault.DROP)) || fault.equals(Optional.of(Fault.LOSE_ANSWER))) {
            exchange.close();
        } else {
            tally.read(answer.send(exchange, fault));
        }
    }

    private StandInAnswer answer(
            HttpExchange exchange, S3Action action, Map<String, String> query, byte[] body, Optional<Fault> fault)
            throws IOException {
        Optional<StandInAnswer> failed = fault.flatMap(this::failed);
        Optional<String> problem = StandInPresigned.isMeant(query)
                ? StandInPresigned.problem(exchange, query, REGION, clock.instant())
                : StandInSignature.problem(exchange, body, REGION);
        if (failed.isPresent()) {
            return failed.get();
        }
        if (problem.isPresent()) {
            int status = problem.get().startsWith("Auth") ? 400 : 403;
            return StandInAnswer.error(status, problem.get()).with("x-amz-bucket-region", REGION);
        }
        String[] path =
                decoded(exchange.getRequestURI().getRawPath().substring(1)).split("/", 2);
        if (!buckets.has(path[0])) {
            return StandInAnswer.error(404, "NoSuchBucket");
        }
        if (StandInMultipart.isMeant(query)) {
            return multipart.answer(
                    exchange.getRequestMethod(), path[0], path[1], query, body, ifAbsent(exchange), clock);
        }
        return action == S3Action.LIST
                ? StandInAnswer.xml(200, new StandInListing(buckets, pageSize).page(path[0], query))
                : object(exchange, action, path[0], path[1], body);
    }

    private Optional<StandInAnswer> failed(Fault fault) {
        switch (fault) {
            case DROP:
                return Optional.of(StandInAnswer.empty(500));
            case ERROR:
                return Optional.of(StandInAnswer.error(500, "InternalError"));
            case SLOW_DOWN:
                return Optional.of(StandInAnswer.error(503, "SlowDown"));
            case CONFLICT:
                return Optional.of(StandInAnswer.error(409, "ConditionalRequestConflict"));
            case DENY:
                return Optional.of(StandInAnswer.error(403, "AccessDenied"));
            case LATE:
                sleep(lateness);
                return Optional.empty();
            default:
                return Optional.empty();
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StandInAnswer object(HttpExchange exchange, S3Action action, String bucket, String key, byte[] body)
            throws IOException {
        if (action == S3Action.PUT) {
            boolean done =
                    buckets.put(bucket, key, new StandInBuckets.Stored(body, clock.instant()), ifAbsent(exchange));
            tally.written(done ? body.length : 0);
            return done ? StandInAnswer.empty(200) : StandInAnswer.error(412, "PreconditionFailed");
        }
        if (action == S3Action.DELETE) {
            buckets.delete(bucket, key);
            return StandInAnswer.empty(204);
        }
        return buckets.get(bucket, key)
                .map(object -> StandInAnswer.object(
                        object, exchange.getRequestHeaders().getFirst("Range")))
                .orElseGet(() -> StandInAnswer.error(404, "NoSuchKey"));
    }

    private static boolean ifAbsent(HttpExchange exchange) {
        return "*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    }

    static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String part : raw == null ? new String[0] : raw.split("&")) {
            String[] pair = part.split("=", 2);
            query.put(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : "");
        }
        return query;
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), UTF_8);
    }
}
