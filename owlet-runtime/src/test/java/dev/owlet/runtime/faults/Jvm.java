package dev.owlet.runtime.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processes like this one: same Java, same class path. */
final class Jvm {
    /** Added to this process's own. */
    private final Map<String, String> environment;

    private final List<String> options;

    private Jvm(Map<String, String> environment, List<String> options) {
        this.environment = environment;
        this.options = options;
    }

    /** Small and quick to start. */
    Jvm() {
        this(Map.of(), new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m")));
    }

    /** The same with another environment. */
    Jvm with(Map<String, String> more) {
        return new Jvm(more, options);
    }

    /**
     * Has all later processes start in half the time, from an archive of loaded classes (JEP 350). Without one if there
     * cannot be one, as when the class path has folders.
     */
    void archive(Site site, Path file, String work, int count) throws IOException {
        options.add("-XX:ArchiveClassesAtExit=" + file);
        site.join("training", site.writer("training", work, count));
        options.remove(options.size() - 1);
        if (Files.exists(file)) {
            options.add("-XX:SharedArchiveFile=" + file);
        }
    }

    /** @param log takes what the process prints */
    Process start(Path log, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** @return the exit code */
    int run(Path log, Class<?> main, String... arguments) throws IOException {
        return join(start(log, main, arguments));
    }

    static int join(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
