package dev.owlet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Compiles the project anew, by the same Maven, settings, profiles and properties as this build. */
final class Recompilation {
    private final List<String> command;
    private final File folder;

    Recompilation(MavenSession session, MavenProject project) {
        this.command = command(session, project);
        this.folder = project.getBasedir();
    }

    /** @return whether it succeeded; what went wrong has been printed */
    boolean run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start().waitFor() == 0;
    }

    /** Offline: whatever it needs was there for this build. */
    static List<String> command(MavenSession session, MavenProject project) {
        List<String> command = new ArrayList<>(List.of(maven(), "-q", "-B", "-o"));
        command.addAll(List.of("-f", project.getFile().getPath()));
        File settings = session.getRequest().getUserSettingsFile();
        if (settings != null && settings.exists()) {
            command.addAll(List.of("-s", settings.getPath()));
        }
        List<String> profiles = session.getRequest().getActiveProfiles();
        if (!profiles.isEmpty()) {
            command.add("-P" + String.join(",", profiles));
        }
        for (String name : new TreeSet<>(session.getUserProperties().stringPropertyNames())) {
            command.add("-D" + name + "=" + session.getUserProperties().getProperty(name));
        }
        command.add("process-classes");
        return command;
    }

    private static String maven() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        String name = windows ? "mvn.cmd" : "mvn";
        Path own = Path.of(System.getProperty("maven.home", ""), "bin", name);
        return Files.isRegularFile(own) ? own.toString() : name;
    }
}
