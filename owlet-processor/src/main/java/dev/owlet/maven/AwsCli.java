package dev.owlet.maven;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/** The {@code aws} client, of version 1 or 2, for one region and profile. */
final class AwsCli {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path program;
    private final Path folder;
    private final List<String> account;

    /**
     * @param folder where it runs
     * @param profile none when credentials come from the environment
     */
    AwsCli(Path program, Path folder, Optional<String> region, Optional<String> profile) {
        this.program = program;
        this.folder = folder;
        List<String> words = new ArrayList<>(List.of("--output", "json"));
        region.ifPresent(name -> words.addAll(List.of("--region", name)));
        profile.ifPresent(name -> words.addAll(List.of("--profile", name)));
        this.account = List.copyOf(words);
    }

    static AwsCli of(Tools tools, Path folder, Outputs outputs) throws MojoFailureException {
        return new AwsCli(tools.require("aws"), folder, outputs.find("aws_region"), outputs.find("aws_profile"));
    }

    Command.Result run(List<String> arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(arguments);
        words.addAll(account);
        return Command.of(program, folder, words).capture();
    }

    /**
     * @return what it printed
     * @throws MojoFailureException with what the client said, when it failed
     */
    String check(List<String> arguments) throws IOException, InterruptedException, MojoFailureException {
        Command.Result result = run(arguments);
        if (result.exit() != 0) {
            throw new MojoFailureException("aws " + arguments.get(0) + " " + arguments.get(1) + " failed: "
                    + result.err().strip());
        }
        return result.out();
    }

    /** @throws MojoFailureException with what the client said, when it failed */
    JsonNode json(List<String> arguments) throws IOException, InterruptedException, MojoFailureException {
        String answer = check(arguments);
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new MojoFailureException("aws " + arguments.get(0) + " gave no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
