package dev.owlet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;

/** A program that writes down how it was called and says what the test tells it to; a shell script. */
final class FakeTool {
    private final Path program;
    private final StringBuilder cases = new StringBuilder();

    /** @param folder any, with quotes and spaces too */
    FakeTool(Path folder, String name) throws IOException {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            System.out.println("SKIPPED: tasks with a made-up " + name + ", which is a shell script: this is Windows");
            Assumptions.abort();
        }
        Files.createDirectories(folder);
        program = folder.resolve(name);
        write();
    }

    /**
     * What to do when called so; the first that fits counts.
     *
     * @param arguments a pattern of the shell for all arguments, blanks between, such as {@code plan*}
     */
    FakeTool on(String arguments, int exit, String out, String err) throws IOException {
        cases.append(arguments.replace(" ", "\\ "))
                .append(") cat <<'OUT'\n")
                .append(out)
                .append("\nOUT\ncat >&2 <<'ERR'\n")
                .append(err)
                .append("\nERR\nexit ")
                .append(exit)
                .append(";;\n");
        write();
        return this;
    }

    /** Runs these shell commands when called so. */
    FakeTool run(String arguments, String commands) throws IOException {
        cases.append(arguments.replace(" ", "\\ "))
                .append(") ")
                .append(commands)
                .append(";;\n");
        write();
        return this;
    }

    Path program() {
        return program;
    }

    /** The arguments of each call. */
    List<List<String>> calls() throws IOException {
        List<List<String>> calls = new ArrayList<>();
        Path record = program.resolveSibling(program.getFileName() + ".calls");
        for (String line : Files.exists(record) ? Files.readAllLines(record) : List.<String>of()) {
            if (line.equals("call")) {
                calls.add(new ArrayList<>());
            } else {
                calls.get(calls.size() - 1).add(line.substring(1));
            }
        }
        return calls;
    }

    /** Tools of which these are all. */
    static Tools tools(FakeTool... fakes) {
        StringBuilder path = new StringBuilder("/nowhere");
        for (FakeTool fake : fakes) {
            path.append(File.pathSeparator).append(fake.program.getParent());
        }
        return new Tools(path.toString(), false);
    }

    private void write() throws IOException {
        String script = "#!/bin/sh\n"
                + "{ echo call; for word in \"$@\"; do printf '=%s\\n' \"$word\"; done; } >> \"$0.calls\"\n"
                + "case \"$*\" in\n" + cases + "*) exit 0;;\nesac\n";
        Files.writeString(program, script);
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
    }
}
