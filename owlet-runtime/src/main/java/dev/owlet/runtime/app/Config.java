package dev.owlet.runtime.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What differs from one place of running to another.
 *
 * @param root where tables lie: a local folder, {@code s3://bucket} or {@code s3://bucket/prefix}; variable
 *     {@code OWLET_ROOT}, default {@code ./data}. For a bucket, region and credentials come from where every AWS tool looks
 *     ({@code AWS_REGION}, {@code AWS_ACCESS_KEY_ID}, {@code AWS_PROFILE} …), and an S3-compatible server is named by
 *     {@code AWS_ENDPOINT_URL_S3}
 * @param issuer OpenID Connect issuer whose access tokens are accepted ({@code OWLET_ISSUER}); without one, only the
 *     local server signs people in
 * @param clientId the only client whose tokens are accepted ({@code OWLET_CLIENT_ID}); without one, any of the issuer's
 * @param port of the local server ({@code OWLET_PORT}, default 8080); 0 for any free one
 */
public record Config(String root, Optional<String> issuer, Optional<String> clientId, int port) {
    private static final String DEFAULT_ROOT = "./data";
    private static final int DEFAULT_PORT = 8080;
    private static final int MAX_PORT = 65_535;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException with a sentence that names the variable and what it may be */
    public Config {
        require(!root.isBlank(), "OWLET_ROOT is blank. Give a folder such as ./data, or s3://bucket.");
        require(
                issuer.isEmpty() || isAddress(issuer.get()),
                "OWLET_ISSUER must be an https address, such as https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc");
        require(port >= 0 && port <= MAX_PORT, "OWLET_PORT must be from 0 to " + MAX_PORT + ", not " + port + ".");
    }

    /** Everything at its default, with tables under {@code root}. */
    public static Config local(String root) {
        return new Config(root, Optional.empty(), Optional.empty(), DEFAULT_PORT);
    }

    public static Config fromEnvironment() {
        return from(System::getenv);
    }

    /** @param variable the value of a variable by its name; a blank one counts as none */
    public static Config from(Function<String, @Nullable String> variable) {
        return new Config(
                optional(variable, "OWLET_ROOT").orElse(DEFAULT_ROOT),
                optional(variable, "OWLET_ISSUER"),
                optional(variable, "OWLET_CLIENT_ID"),
                optional(variable, "OWLET_PORT").map(Config::portOf).orElse(DEFAULT_PORT));
    }

    private static Optional<String> optional(Function<String, @Nullable String> variable, String name) {
        return Optional.ofNullable(variable.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static int portOf(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "OWLET_PORT must be a number from 0 to " + MAX_PORT + ", not '" + text + "'.", e);
        }
    }

    /** Plain http is for an issuer on this machine only: keys that come over the open net could be anybody's. */
    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            String host = uri.getHost();
            return host != null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host)));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
