package dev.owlet.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.http.Percent;
import dev.owlet.runtime.row.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without a head: it follows no redirect, so that tests see where they lead. */
final class Client {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;

    Client(LocalServer server) {
        this(server.origin());
    }

    /** @param origin such as {@code http://localhost:8080} */
    Client(String origin) {
        this.origin = origin;
    }

    String origin() {
        return origin;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(query(form)))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** What the server answers to these very bytes; to be used with {@code Connection: close}. */
    String raw(String request) {
        try (Socket socket = new Socket("localhost", URI.create(origin).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> e.getKey() + "=" + Percent.encode(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The parameters that a redirect takes along. */
    static Map<String, List<String>> redirected(HttpResponse<String> response) {
        return Percent.query(URI.create(header(response, "location")).getRawQuery());
    }
}
