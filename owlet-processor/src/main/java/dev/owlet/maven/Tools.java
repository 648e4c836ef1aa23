package dev.owlet.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The programs of this machine, found as a shell finds them, and called without one.
 *
 * @param path folders, as in the variable {@code PATH}
 * @param windows whether a program's name has an ending
 */
record Tools(String path, boolean windows) {
    private static final List<String> ENDINGS = List.of(".exe", ".cmd", ".bat");

    private static final String NODE =
            "macOS: brew install node; Windows: winget install OpenJS.NodeJS.LTS; all others: https://nodejs.org/en/download";

    private static final Map<String, String> HOW_TO_GET = Map.of(
            "terraform",
            "macOS: brew install hashicorp/tap/terraform; Windows: winget install Hashicorp.Terraform; all others:"
                    + " https://developer.hashicorp.com/terraform/install",
            "aws",
            "macOS: brew install awscli; Windows: winget install Amazon.AWSCLI; all others:"
                    + " https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
            "node",
            NODE,
            "npm",
            "it comes with Node. " + NODE);

    static Tools ofMachine() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return new Tools(System.getenv().getOrDefault("PATH", ""), system.startsWith("windows"));
    }

    Optional<Path> find(String name) {
        for (String folder : path.split(Pattern.quote(File.pathSeparator))) {
            for (String ending : windows ? ENDINGS : List.of("")) {
                Optional<Path> program = program(windows ? folder.replace("\"", "") : folder, name + ending);
                if (program.isPresent()) {
                    return program;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> program(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name))
                    .filter(file -> !folder.isBlank() && Files.isRegularFile(file) && Files.isExecutable(file));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** @throws MojoFailureException with how to get it */
    Path require(String name) throws MojoFailureException {
        return find(name).orElseThrow(() -> new MojoFailureException(missing(name)));
    }

    static String missing(String name) {
        return "There is no " + name + " on the PATH. To get it: " + howToGet(name);
    }

    static String howToGet(String name) {
        return HOW_TO_GET.getOrDefault(name, "");
    }
}
