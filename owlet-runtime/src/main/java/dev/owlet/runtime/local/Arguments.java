package dev.owlet.runtime.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The command line.
 *
 * @param sample folder with files for empty tables
 */
record Arguments(boolean help, Optional<Path> sample) {
    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    static Arguments of(String... args) {
        boolean help = false;
        Optional<Path> sample = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--help") || args[i].equals("-h")) {
                help = true;
            } else if (args[i].equals("--sample")) {
                i++;
                if (i == args.length) {
                    throw new IllegalArgumentException("--sample wants a folder, such as --sample sample");
                }
                sample = Optional.of(Path.of(args[i]));
            } else {
                throw new IllegalArgumentException("There is no argument '" + args[i] + "'. See --help.");
            }
        }
        return new Arguments(help, sample);
    }
}
