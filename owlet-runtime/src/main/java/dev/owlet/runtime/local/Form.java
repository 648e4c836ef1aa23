package dev.owlet.runtime.local;

import dev.owlet.runtime.http.Percent;
import dev.owlet.runtime.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters of a request of the protocol (RFC 6749, section 3.1): one that has no value counts as left out, one that
 * comes twice is an error, an unknown one is ignored.
 */
final class Form {
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, List<String>> values;

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    static Form query(Request request) {
        return new Form(request.query());
    }

    static Form body(Request request) throws OAuthException {
        String type = request.header("content-type").orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(TYPE)) {
            throw OAuthException.invalidRequest("The body must be " + TYPE + ".");
        }
        return new Form(Percent.query(new String(request.body(), StandardCharsets.UTF_8)));
    }

    Optional<String> get(String name) throws OAuthException {
        List<String> all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw OAuthException.invalidRequest("The parameter " + name + " comes more than once.");
        }
        return all.stream().findFirst().filter(value -> !value.isEmpty());
    }

    String require(String name) throws OAuthException {
        return get(name).orElseThrow(() -> OAuthException.invalidRequest("The parameter " + name + " is missing."));
    }
}
