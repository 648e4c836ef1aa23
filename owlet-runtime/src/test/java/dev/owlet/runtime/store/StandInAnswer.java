package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer of {@link S3StandIn}. */
record StandInAnswer(int status, byte[] body, Map<String, String> headers) {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    static StandInAnswer empty(int status) {
        return new StandInAnswer(status, new byte[0], Map.of());
    }

    static StandInAnswer xml(int status, String xml) {
        return new StandInAnswer(status, xml.getBytes(UTF_8), Map.of("Content-Type", "application/xml"));
    }

    static StandInAnswer error(int status, String code) {
        return xml(status, "<Error><Code>" + code + "</Code><Message>as the stand-in was told</Message></Error>");
    }

    static StandInAnswer object(StandInBuckets.Stored object, @Nullable String range) {
        String modified =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(object.modified().atOffset(ZoneOffset.UTC));
        Map<String, String> headers =
                Map.of("Last-Modified", modified, "ETag", "\"" + Arrays.hashCode(object.bytes()) + "\"");
        if (range == null) {
            return new StandInAnswer(200, object.bytes(), headers);
        }
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) >= object.bytes().length) {
            return error(416, "InvalidRange");
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = (int) Math.min(object.bytes().length, Long.parseLong(matcher.group(2)) + 1);
        return new StandInAnswer(206, Arrays.copyOfRange(object.bytes(), from, to), headers)
                .with("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + object.bytes().length);
    }

    StandInAnswer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new StandInAnswer(status, body, more);
    }

    /** @return how many bytes of an object were sent */
    long send(HttpExchange exchange, Optional<Fault> fault) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return 0;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            int sent = fault.map(this::length).orElse(body.length);
            exchange.getResponseBody().write(body, 0, sent);
            exchange.getResponseBody().flush();
        }
        exchange.close();
        return status < 300 && headers.containsKey("ETag") ? body.length : 0;
    }

    private int length(Fault fault) {
        return fault == Fault.NO_BODY ? 0 : fault == Fault.TRUNCATE ? body.length / 2 : body.length;
    }
}
