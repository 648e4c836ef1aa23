package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What one writer meant to do and what it was told, a line each and forced to disk before it goes on: so that a writer that
 * was killed still bears witness. Lines are {@code {"intent":…}}, {@code {"answer":…}} and {@code {"failure":…}}.
 */
final class Journal implements AutoCloseable {
    private final FileChannel channel;

    Journal(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    void intent(Request request) throws IOException {
        line("intent", request.json());
    }

    void answer(Answer answer) throws IOException {
        line("answer", answer.json());
    }

    void failure(Failure failure) throws IOException {
        line("failure", failure.json());
    }

    private void line(String kind, JsonNode content) throws IOException {
        String line = Json.MAPPER.createObjectNode().set(kind, content) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
