package dev.owlet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;

/** Brings what {@code infra/} says into being, and takes it away. Only what was shown and agreed to is done. */
final class Deployment {
    /** Rows, and who may sign in: the modules {@code storage} and {@code auth}. */
    private static final Pattern KEPT = Pattern.compile("module\\.(storage|auth)\\..*");

    /** What refuses to go while {@code keep_data} is true. */
    private static final Pattern GUARDED =
            Pattern.compile("module\\.storage\\.aws_s3_bucket\\.data|module\\.auth\\.aws_cognito_user_pool\\..*");

    private static final Pattern DATA_SOURCE = Pattern.compile("(module\\.[^.]+\\.)*data\\..*");
    private static final String GIVE_UP_DATA = "-var=keep_data=false";

    private final Terraform terraform;
    private final Question question;
    private final Consumer<String> says;
    private final Path planFile;

    /** @param work a folder for the plan, which is deleted after use because it may hold secrets */
    Deployment(Terraform terraform, Question question, Consumer<String> says, Path work) {
        this.terraform = terraform;
        this.question = question;
        this.says = says;
        this.planFile = work.resolve("terraform.plan");
    }

    /** Shows what would change. */
    void plan() throws IOException, InterruptedException, MojoFailureException {
        if (!terraform.plan(List.of())) {
            says.accept("nothing would change");
        }
    }

    /** Shows what would change, asks, and does just that. */
    void up() throws IOException, InterruptedException, MojoFailureException {
        if (carryOut(List.of(), "Make these changes in AWS?")) {
            return; // Terraform has said the outputs
        }
        Outputs.of(terraform).values().forEach((name, value) -> says.accept("  " + name + " = " + value));
    }

    /** Takes everything away but rows and people. */
    void down() throws IOException, InterruptedException, MojoFailureException {
        List<String> gone = resources(address -> !KEPT.matcher(address).matches());
        if (gone.isEmpty()) {
            says.accept("there is nothing to take away but rows and people; -Ddata takes them, too");
            return;
        }
        List<String> arguments = new ArrayList<>(List.of("-destroy"));
        gone.forEach(address -> arguments.add("-target=" + address));
        if (carryOut(arguments, "Take this away? Rows and people stay.")) {
            says.accept(
                    "down. Kept: the bucket of the tables with every row, and the user pool with everybody in it. They cost what they"
                            + " store. mvn owlet:tf-up goes on with them; mvn owlet:tf-down -Ddata deletes them.");
        }
    }

    /** Takes everything away, rows and people too. */
    void downWithData() throws IOException, InterruptedException, MojoFailureException {
        question.confirm("This deletes EVERY ROW of every table and EVERYBODY who signed up. It cannot be undone.");
        List<String> guarded = resources(address -> GUARDED.matcher(address).matches());
        if (!guarded.isEmpty()) {
            List<String> unlock = new ArrayList<>(List.of(GIVE_UP_DATA));
            guarded.forEach(address -> unlock.add("-target=" + address));
            carryOut(unlock, "");
        }
        if (carryOut(List.of("-destroy", GIVE_UP_DATA), "Take everything away, rows and people too?")) {
            says.accept("down. Nothing is kept.");
        }
    }

    /**
     * @param sentence what to ask once the plan was shown; nothing is asked when empty
     * @return whether there was anything to do
     */
    private boolean carryOut(List<String> arguments, String sentence)
            throws IOException, InterruptedException, MojoFailureException {
        Files.createDirectories(planFile.getParent());
        try {
            List<String> words = new ArrayList<>(arguments);
            words.add("-out=" + planFile);
            if (!terraform.plan(words)) {
                says.accept("nothing to change");
                return false;
            }
            if (!sentence.isEmpty()) {
                question.confirm(sentence);
            }
            terraform.run("apply", "-input=false", planFile.toString());
            return true;
        } finally {
            Files.deleteIfExists(planFile);
        }
    }

    private List<String> resources(Predicate<String> wanted)
            throws IOException, InterruptedException, MojoFailureException {
        return terraform.state().stream()
                .filter(address -> !DATA_SOURCE.matcher(address).matches())
                .filter(wanted)
                .toList();
    }
}
