package dev.owlet.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A program with its arguments, each handed over as it is: no shell reads them.
 *
 * @param words the program and its arguments
 * @param folder where it runs
 */
record Command(List<String> words, Path folder) {
    /** What a program said and how it ended. */
    record Result(int exit, String out, String err) {}

    Command {
        words = List.copyOf(words);
    }

    static Command of(Path program, Path folder, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(arguments);
        return new Command(words, folder);
    }

    /** Runs it on the terminal of this process. @return how it ended */
    int stream() throws IOException, InterruptedException {
        return finish(builder().inheritIO().start());
    }

    /** Runs it and keeps what it says. */
    Result capture() throws IOException, InterruptedException {
        Process process = builder().start();
        process.getOutputStream().close();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
        String out = read(process.getInputStream());
        return new Result(finish(process), out, err.join());
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().put("TF_IN_AUTOMATION", "1"); // Terraform then names no commands of its own
        builder.environment().put("AWS_PAGER", "");
        return builder;
    }

    /**
     * Waits to the end in any case: Terraform must write down what it made. Interrupted, it is asked once to stop; on Ctrl-C
     * the terminal has asked it already, and a second time would make it drop everything.
     */
    private static int finish(Process process) throws InterruptedException {
        Thread hook = new Thread(() -> await(process), "owlet-await");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            await(process);
            throw e;
        } finally {
            remove(hook);
        }
    }

    private static void await(Process process) {
        process.onExit().join();
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook runs, and that is what it is for
        }
    }

    private static String read(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
