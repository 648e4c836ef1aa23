package dev.owlet.runtime.store;

import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks a signature that stands in the address, as <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Authenticating Requests: Using Query
 * Parameters</a> describes it.
 */
final class StandInPresigned {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private StandInPresigned() {}

    static boolean isMeant(Map<String, String> query) {
        return query.containsKey("X-Amz-Signature");
    }

    /** @return the code of the error that S3 would answer with; nothing when all is well */
    static Optional<String> problem(HttpExchange exchange, Map<String, String> query, String region, Instant now) {
        String[] scope = query.get("X-Amz-Credential").split("/", 2);
        String stamp = query.get("X-Amz-Date");
        if (!scope[0].equals(StandInSignature.ACCESS_KEY)) {
            return Optional.of("InvalidAccessKeyId");
        }
        if (!scope[1].equals(stamp.substring(0, 8) + "/" + region + "/s3/aws4_request")) {
            return Optional.of("AuthorizationQueryParametersError");
        }
        Instant end =
                Instant.from(STAMP.parse(stamp)).plus(Duration.ofSeconds(Long.parseLong(query.get("X-Amz-Expires"))));
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            return Optional.of("InvalidArgument");
        }
        if (now.isAfter(end)) {
            return Optional.of("AccessDenied");
        }
        String signed = query.get("X-Amz-SignedHeaders");
        boolean complete = Arrays.stream(signed.split(";"))
                .allMatch(name -> exchange.getRequestHeaders().containsKey(name));
        String raw = Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .filter(part -> !part.startsWith("X-Amz-Signature="))
                .collect(Collectors.joining("&"));
        return complete
                        && StandInSignature.of(exchange, raw, signed, "UNSIGNED-PAYLOAD", stamp, scope[1])
                                .equals(query.get("X-Amz-Signature"))
                ? Optional.empty()
                : Optional.of("SignatureDoesNotMatch");
    }
}
