package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** The methods of {@link S3StandIn} for those in other processes. */
final class StandInControl {
    private StandInControl() {}

    static void handle(HttpExchange exchange, S3StandIn standIn) throws IOException {
        Map<String, String> query = S3StandIn.query(exchange.getRequestURI().getRawQuery());
        switch (exchange.getRequestURI().getPath()) {
            case "/-/next":
                standIn.next(fault(query), action(query), Integer.parseInt(query.getOrDefault("times", "1")));
                break;
            case "/-/rate":
                double rate = Double.parseDouble(query.get("rate"));
                standIn.rate(fault(query), action(query), rate, Long.parseLong(query.getOrDefault("seed", "1")));
                break;
            case "/-/clear":
                standIn.clear();
                break;
            case "/-/lateness":
                standIn.lateness(Duration.ofMillis(Long.parseLong(query.get("millis"))));
                break;
            case "/-/skew":
                standIn.skew(Duration.ofSeconds(Long.parseLong(query.get("seconds"))));
                break;
            default:
                break;
        }
        byte[] counts = (standIn.counts() + " retried=" + standIn.retried() + "\n").getBytes(UTF_8);
        exchange.sendResponseHeaders(200, counts.length);
        exchange.getResponseBody().write(counts);
        exchange.close();
    }

    private static Fault fault(Map<String, String> query) {
        return Fault.valueOf(query.get("fault"));
    }

    private static String action(Map<String, String> query) {
        return query.getOrDefault("action", "");
    }
}
