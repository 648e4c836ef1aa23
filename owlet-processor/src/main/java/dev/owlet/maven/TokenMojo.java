package dev.owlet.maven;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints an access token for curl: of the deployed project after a sign-in in the browser, or of the local server. */
@Mojo(name = "token")
public class TokenMojo extends CloudMojo {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** With one, the token is the local server's, for a persona of that group. */
    @Parameter(property = "group")
    private @Nullable String group;

    /** To which the browser returns; an origin of this port must stand in {@code dev_origins} in {@code infra/}. */
    @Parameter(property = "port", defaultValue = "5173")
    private int port;

    @Override
    void run(Tools tools) throws IOException, InterruptedException, MojoFailureException {
        System.out.println(group == null ? signedIn(tools) : local(group));
    }

    private String signedIn(Tools tools) throws IOException, InterruptedException, MojoFailureException {
        String address = Outputs.of(terraform(tools)).require("signup_url");
        try (Return browser = new Return(port, PATIENCE)) {
            SignIn signIn = new SignIn(address, port);
            System.err.println("Sign in here, in a browser on this machine:\n" + signIn.address());
            return signIn.token(browser.query());
        }
    }

    private static String local(String group) throws IOException, InterruptedException, MojoFailureException {
        String origin = "http://localhost:" + System.getenv().getOrDefault("OWLET_PORT", "8080");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(origin + "/local/token?group=" + URLEncoder.encode(group, StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != HttpURLConnection.HTTP_OK) {
                throw new MojoFailureException(origin + " gives no token: " + response.body());
            }
            return response.body().strip();
        } catch (ConnectException e) {
            throw new MojoFailureException("No local server answers at " + origin + ". Start it by mvn owlet:run", e);
        }
    }
}
