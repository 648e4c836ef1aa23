package dev.owlet.runtime.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.http.Percent;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Problems;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries requests from the JDK's server to a function, and its answers back. */
final class Bridge implements HttpHandler {
    private static final int MAX_SCRAP = 64 * 1024 * 1024;

    private static final int PIECE = 256 * 1024;

    private final Function<Request, Response> answer;
    private final Files files;
    private final boolean log;
    private final AtomicInteger running = new AtomicInteger();

    /** Routes whose bodies are too large for memory. */
    interface Files {
        boolean has(Request head);

        FileRoutes.Answer answer(Request head, InputStream body) throws IOException;
    }

    /** @param log whether to print one line a request */
    Bridge(Function<Request, Response> answer, Files files, boolean log) {
        this.answer = answer;
        this.files = files;
        this.log = log;
    }

    /** Requests that are being answered now. */
    int running() {
        return running.get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        running.incrementAndGet();
        long start = System.nanoTime();
        try (exchange) {
            FileRoutes.Answer answered = respond(exchange);
            Response response = answered.head();
            if (answered.file().isPresent()) {
                send(exchange, response, answered.file().get());
            } else {
                send(exchange, response);
            }
            if (log) {
                print(exchange, response, System.nanoTime() - start);
            }
        } finally {
            running.decrementAndGet();
        }
    }

    private FileRoutes.Answer respond(HttpExchange exchange) throws IOException {
        try {
            Request head = request(exchange, new byte[0]);
            if (files.has(head)) {
                FileRoutes.Answer answered = files.answer(head, exchange.getRequestBody());
                readOn(exchange.getRequestBody());
                return answered;
            }
            return FileRoutes.Answer.of(answer.apply(request(exchange, body(exchange.getRequestBody()))));
        } catch (ProblemException problem) {
            return FileRoutes.Answer.of(Problems.of(problem));
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        URI uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod().toUpperCase(Locale.ROOT),
                path(uri),
                Percent.query(orEmpty(uri.getRawQuery())),
                headers(exchange),
                body,
                Map.of(),
                null);
    }

    /**
     * What is too large is kept to one byte beyond, at which the router refuses it, and read on for a while: a client
     * that still sends when the connection ends does not see the refusal.
     */
    private static byte[] body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(Router.MAX_BODY + 1);
        if (body.length > Router.MAX_BODY) {
            readOn(in);
        }
        return body;
    }

    private static void readOn(InputStream in) throws IOException {
        byte[] scrap = new byte[64 * 1024];
        int left = MAX_SCRAP;
        int read = in.read(scrap);
        while (read >= 0 && left > 0) {
            left -= read;
            read = in.read(scrap);
        }
    }

    /** As it stands in the request line, where {@code //a/b} is a path though {@link URI} takes {@code a} for a host. */
    private static String path(URI uri) {
        if (uri.isAbsolute() || uri.getRawAuthority() == null) {
            return orEmpty(uri.getRawPath());
        }
        return "//" + uri.getRawAuthority() + orEmpty(uri.getRawPath());
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            headers.put(header.getKey().toLowerCase(Locale.ROOT), String.join(", ", header.getValue()));
        }
        return headers;
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean empty = response.body().length == 0;
        exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
        if (!empty) {
            exchange.getResponseBody().write(response.body());
        }
    }

    private static void send(HttpExchange exchange, Response response, FileSource file) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("content-length", Long.toString(file.size()));
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(response.status(), file.size());
        try (InputStream in = file.open()) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                exchange.getResponseBody().write(piece, 0, read);
            }
        }
    }

    /** Without query, headers and body: they may hold people's data. */
    private static void print(HttpExchange exchange, Response response, long nanos) {
        System.err.println(exchange.getRequestMethod() + " " + path(exchange.getRequestURI()) + " " + response.status()
                + " " + response.body().length + " B " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
