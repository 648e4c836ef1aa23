package dev.owlet.maven;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Prints the log of the deployed API function, and goes on printing until it is stopped. */
@Mojo(name = "logs")
public class LogsMojo extends CloudMojo {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    /** From how many minutes ago. */
    @Parameter(property = "minutes", defaultValue = "10")
    private int minutes;

    /** Whether to wait for more. */
    @Parameter(property = "follow", defaultValue = "true")
    private boolean follow;

    @Override
    void run(Tools tools) throws IOException, InterruptedException, MojoFailureException {
        Outputs outputs = Outputs.of(terraform(tools));
        String group = "/aws/lambda/" + outputs.require("function_name");
        Instant from = Instant.now().minus(Duration.ofMinutes(minutes));
        LogTail tail = new LogTail(AwsCli.of(tools, infra(), outputs), group, from, System.out::println);
        getLog().info(group + (follow ? ", until Ctrl-C" : ""));
        tail.look();
        while (follow) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            tail.look();
        }
    }
}
