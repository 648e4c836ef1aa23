package dev.owlet.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The application as a child process that shares the terminal; it never outlives this one. */
final class RunningApp {
    private static final int SECONDS_TO_STOP = 10;

    private final Process process;
    private final Thread hook;

    private RunningApp(Process process) {
        this.process = process;
        hook = new Thread(this::end, "owlet-stop");
    }

    static RunningApp start(List<String> command, Path folder) throws IOException {
        return start(command, folder, Map.of());
    }

    /** @param variables of the environment, beyond those of this process */
    static RunningApp start(List<String> command, Path folder, Map<String, String> variables) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().putAll(variables);
        RunningApp app = new RunningApp(builder.start());
        Runtime.getRuntime().addShutdownHook(app.hook);
        return app;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Of one that has ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** Waits for its end. */
    int await() throws InterruptedException {
        int exitCode = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(hook);
        return exitCode;
    }

    void stop() {
        Runtime.getRuntime().removeShutdownHook(hook);
        end();
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
