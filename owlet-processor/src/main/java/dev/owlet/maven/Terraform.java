package dev.owlet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** Terraform in the project's {@code infra/}. What it says goes to the terminal. */
final class Terraform {
    private static final int CHANGES = 2;

    private final Path program;
    private final Path infra;

    private Terraform(Path program, Path infra) {
        this.program = program;
        this.infra = infra;
    }

    /** @throws MojoFailureException when Terraform or the folder is missing */
    static Terraform of(Tools tools, Path infra) throws MojoFailureException {
        if (!Files.isDirectory(infra)) {
            throw new MojoFailureException("There is no folder " + infra.getFileName() + " in " + infra.getParent()
                    + ". The archetype writes it; run this in a scaffolded project.");
        }
        return new Terraform(tools.require("terraform"), infra);
    }

    /** @throws MojoFailureException when {@code terraform init} has not been run */
    Terraform requireInitialised() throws MojoFailureException {
        if (!Files.isDirectory(infra.resolve(".terraform"))) {
            throw new MojoFailureException(infra.getFileName()
                    + " is not initialised. Run mvn owlet:init once, and after changing its modules.");
        }
        return this;
    }

    void run(String... arguments) throws IOException, InterruptedException, MojoFailureException {
        List<String> words = List.of(arguments);
        check(words, exit(words));
    }

    /** Runs {@code plan} with these arguments. @return whether anything would change */
    boolean plan(List<String> arguments) throws IOException, InterruptedException, MojoFailureException {
        List<String> words = new ArrayList<>(List.of("plan", "-input=false", "-detailed-exitcode"));
        words.addAll(arguments);
        int exit = exit(words);
        if (exit != CHANGES) {
            check(words, exit);
        }
        return exit == CHANGES;
    }

    /** What it prints, kept. */
    String text(String... arguments) throws IOException, InterruptedException, MojoFailureException {
        Command.Result result = Command.of(program, infra, List.of(arguments)).capture();
        if (result.exit() != 0) {
            throw failed(arguments[0], result);
        }
        return result.out();
    }

    /** Addresses of everything that it made or read; none before the first apply. */
    List<String> state() throws IOException, InterruptedException, MojoFailureException {
        Command.Result result =
                Command.of(program, infra, List.of("state", "list")).capture();
        if (result.exit() != 0 && !result.err().contains("No state file was found")) {
            throw failed("state list", result);
        }
        return result.out()
                .lines()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static MojoFailureException failed(String what, Command.Result result) {
        return new MojoFailureException(
                "terraform " + what + " failed: " + result.err().strip());
    }

    private int exit(List<String> words) throws IOException, InterruptedException {
        return Command.of(program, infra, words).stream();
    }

    private static void check(List<String> words, int exit) throws MojoFailureException {
        if (exit != 0) {
            String cure =
                    words.get(0).equals("init") ? "" : ". When it asks for \"terraform init\", run mvn owlet:init";
            throw new MojoFailureException("terraform " + words.get(0) + " ended with exit code " + exit
                    + "; what is wrong stands above" + cure);
        }
    }
}
