package dev.owlet.maven;

import java.io.Console;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/** Asks whoever runs the build. */
@FunctionalInterface
interface Question {
    /** The answer; empty when nobody can be asked. */
    Optional<String> ask(String text);

    /**
     * @param yes whether everything is answered with yes
     * @param interactive false for {@code mvn -B}
     */
    static Question of(boolean yes, boolean interactive) {
        if (yes) {
            return text -> Optional.of("yes");
        }
        Console console = interactive ? System.console() : null;
        return text -> console == null ? Optional.empty() : Optional.ofNullable(console.readLine("%s", text));
    }

    /** @throws MojoFailureException unless the answer is yes */
    default void confirm(String text) throws MojoFailureException {
        String answer = ask(text + " Type yes to go on: ")
                .orElseThrow(() -> new MojoFailureException(
                        "Nothing was changed: there is no console to ask on. Add -Dyes to go on without being asked."));
        if (!answer.strip().equals("yes")) {
            throw new MojoFailureException("Nothing was changed: the answer was not yes.");
        }
    }
}
