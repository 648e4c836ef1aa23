package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What all writers together meant to do and were told. */
final class Journals {
    private final Map<String, Request> requests = new LinkedHashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    static Journals in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return of(files.sorted().toList());
        }
    }

    static Journals of(List<Path> files) throws IOException {
        Journals journals = new Journals();
        for (Path file : files) {
            journals.read(Files.readAllBytes(file));
        }
        return journals;
    }

    /** What follows the last line's end is a line that its writer did not live to finish. */
    private void read(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
            if (!line.isEmpty()) {
                add(Json.MAPPER.readTree(line));
            }
        }
    }

    private void add(JsonNode line) {
        if (line.has("intent")) {
            Request request = Request.parse(line.get("intent"));
            Request known = requests.putIfAbsent(request.id(), request);
            if (known != null && !known.equals(request)) {
                throw new IllegalStateException("two requests have the id " + request.id());
            }
        } else if (line.has("answer")) {
            answers.add(Answer.parse(line.get("answer")));
        } else {
            failures.add(Failure.parse(line.get("failure")));
        }
    }

    boolean has(String id) {
        return requests.containsKey(id);
    }

    Request request(String id) {
        return requests.get(id);
    }

    List<Answer> answers() {
        return answers;
    }

    List<Failure> failures() {
        return failures;
    }

    long conflicts() {
        return answers.stream().mapToLong(Answer::conflicts).sum();
    }
}
