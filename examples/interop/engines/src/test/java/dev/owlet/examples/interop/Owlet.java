package dev.owlet.examples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Owlet in a process of its own, with the class path that a project has. One command at a time. */
final class Owlet implements AutoCloseable {
    private final Process process;
    private final PrintStream commands;
    private final BufferedReader answers;

    private Owlet(Process process) {
        this.process = process;
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    static Owlet start() {
        try {
            String jars = Files.readString(Path.of(System.getProperty("owlet.class.path.file")));
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-Dfile.encoding=US-ASCII",
                    "-Duser.timezone=America/New_York",
                    "-Duser.language=tr", // none of these may matter
                    "-cp",
                    System.getProperty("owlet.classes") + File.pathSeparator + jars.strip(),
                    "dev.owlet.examples.interop.Driver");
            return new Owlet(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table of a concept below a root, such as {@code delta/later_bird} of {@code LaterBird}. */
    OwletTable table(Path root, String concept) {
        String folder = concept.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return new OwletTable(this, root, concept, root.resolve("delta").resolve(folder));
    }

    JsonNode ask(ObjectNode command) {
        synchronized (this) {
            commands.println(command);
            try {
                String answer = answers.readLine();
                if (answer == null) {
                    throw new IllegalStateException("Owlet's process ended at " + command);
                }
                return Rows.JSON.readTree(answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        commands.close(); // the end of its input ends it
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        ((ArrayNode) array).forEach(list::add);
        return list;
    }
}
