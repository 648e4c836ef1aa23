package dev.owlet.maven;

import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Sends a request to the deployed function itself, past the HTTP API, and prints its answer. */
@Mojo(name = "invoke")
public class InvokeMojo extends CloudMojo {
    private static final int FAILURE = 500;

    /** Path and query. */
    @Parameter(property = "path", defaultValue = "/api/health")
    private String path;

    @Parameter(property = "method", defaultValue = "GET")
    private String method;

    /** Access token, for routes that are not open. */
    @Parameter(property = "token")
    private @Nullable String token;

    /** JSON to send. */
    @Parameter(property = "body")
    private @Nullable String body;

    @Override
    void run(Tools tools) throws IOException, InterruptedException, MojoFailureException {
        Outputs outputs = Outputs.of(terraform(tools));
        String function = outputs.require("function_name");
        Invocation invocation = new Invocation(method, path, Optional.ofNullable(token), Optional.ofNullable(body));
        Invocation.Answer answer = invocation.send(AwsCli.of(tools, infra(), outputs), function, work());
        getLog().info(method + " " + path + ": " + answer.status());
        System.out.println(answer.body());
        if (answer.status() >= FAILURE) {
            throw new MojoFailureException(function + " answered " + answer.status() + "; mvn owlet:logs says why");
        }
    }
}
