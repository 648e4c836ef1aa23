package dev.owlet.runtime.local;

import dev.owlet.runtime.http.Problems;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The web app as CloudFront serves it: its files with the strict headers, and {@code index.html} at every address that
 * names no file, since the app draws that page itself.
 */
final class WebApp {
    /** As in the function before the distribution: in {@code /assets}, or at the top with a suffix. */
    private static final Pattern FILE = Pattern.compile("/assets/.*|/[^/]+\\.[a-z0-9]+");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("txt", "text/plain; charset=utf-8"));
    private static final List<String> PACKED = List.of("png", "ico", "woff2");

    private final WebFiles files;
    private final Map<String, String> policy;

    /** @param origins that pages may ask, beyond their own */
    WebApp(WebFiles files, List<String> origins) {
        this.files = files;
        policy = ContentPolicy.headers(origins);
    }

    Response answer(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Problems.of(405, "This address takes GET, HEAD only.").header("allow", "GET, HEAD");
        }
        boolean named = FILE.matcher(request.path()).matches();
        String name = named ? request.path().substring(1) : WebFiles.INDEX;
        Optional<WebFile> file = WebFiles.NAME.matcher(name).matches() ? files.find(name) : Optional.empty();
        return file.map(found -> send(request, name, found))
                .orElseGet(() -> Problems.of(404, "There is nothing at this address."));
    }

    private Response send(Request request, String name, WebFile file) {
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        boolean packed = !PACKED.contains(suffix)
                && request.header("accept-encoding").orElse("").contains("gzip");
        Map<String, String> headers = new LinkedHashMap<>(policy);
        headers.put("content-type", TYPES.getOrDefault(suffix, "application/octet-stream"));
        // The build puts a hash of the content into the names of assets.
        headers.put("cache-control", name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
        headers.put("etag", file.tag());
        headers.put("vary", "accept-encoding");
        if (request.header("if-none-match").orElse("").contains(file.tag())) {
            return new Response(304, headers, new byte[0]);
        }
        if (packed) {
            headers.put("content-encoding", "gzip");
        }
        byte[] body = packed ? file.gzip() : file.bytes();
        return new Response(200, headers, request.method().equals("HEAD") ? new byte[0] : body);
    }
}
