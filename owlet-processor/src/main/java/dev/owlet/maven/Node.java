package dev.owlet.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Node and npm, which builds a web app.
 *
 * @param npm the program
 * @param folder where it runs
 */
record Node(Path npm, Path folder) {
    private static final Pattern VERSION = Pattern.compile("v(\\d{1,4})\\.(\\d{1,4})\\..*");

    /** @throws MojoFailureException when one is missing or too old, with how to get it */
    static Node of(Tools tools, Path folder) throws IOException, InterruptedException, MojoFailureException {
        Path node = tools.require("node");
        String version =
                Command.of(node, folder, List.of("--version")).capture().out().strip();
        Matcher matcher = VERSION.matcher(version);
        if (matcher.matches() && !runsVite(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))) {
            throw new MojoFailureException("Node is " + version
                    + ", and must be 20.19 or later of 20, or 22.12 or later. To get it: " + Tools.howToGet("node"));
        }
        return new Node(tools.require("npm"), folder);
    }

    /** What Vite, which packs the web app, asks for. */
    private static boolean runsVite(int major, int minor) {
        return major == 20 ? minor >= 19 : major == 22 ? minor >= 12 : major > 22;
    }

    /** Runs npm on the terminal. */
    void run(String... arguments) throws IOException, InterruptedException, MojoFailureException {
        int exit = Command.of(npm, folder, List.of(arguments)).stream();
        if (exit != 0) {
            throw new MojoFailureException("npm " + String.join(" ", arguments) + " ended with exit code " + exit
                    + "; what is wrong stands above");
        }
    }
}
