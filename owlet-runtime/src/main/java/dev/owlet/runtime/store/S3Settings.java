package dev.owlet.runtime.store;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Region, credentials and endpoint, under the names that every AWS tool gives them. What stands in environment variables,
 * as on Lambda, is taken from there at once; only without does the SDK look through profile files and the machine's
 * metadata, which costs a fresh process some hundred milliseconds of CPU.
 */
final class S3Settings {
    private static final String NO_CREDENTIALS = "there are no AWS credentials: set AWS_ACCESS_KEY_ID and"
            + " AWS_SECRET_ACCESS_KEY, or AWS_PROFILE; after \"aws sso login\", or with a profile that assumes a role, run"
            + " eval \"$(aws configure export-credentials --format env)\"";

    private final Function<String, @Nullable String> variables;
    private final S3Limits limits;

    /** @param variables the value of an environment variable by its name; a blank one counts as none */
    S3Settings(Function<String, @Nullable String> variables, S3Limits limits) {
        this.variables = variables;
        this.limits = limits;
    }

    static S3Settings fromEnvironment() {
        return new S3Settings(System::getenv, S3Limits.DEFAULT);
    }

    S3Limits limits() {
        return limits;
    }

    /** Of an S3-compatible server; empty for AWS itself. */
    Optional<URI> endpoint() throws IOException {
        Optional<String> address = first("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        if (!address.get().matches("https?://[^/?#\\s]+/?")) {
            throw new IOException("AWS_ENDPOINT_URL_S3 must be like http://localhost:9000, not " + address.get());
        }
        return Optional.of(URI.create(address.get()));
    }

    /** @throws IOException when no region is set anywhere, and the endpoint is not an own one, for which any will do */
    Region region() throws IOException {
        Optional<String> named = first("AWS_REGION", "AWS_DEFAULT_REGION");
        if (named.isPresent()) {
            return Region.of(named.get());
        }
        if (endpoint().isPresent()) {
            return Region.US_EAST_1;
        }
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            throw new IOException("there is no AWS region: set AWS_REGION to the region of the bucket", e);
        }
    }

    /** @throws IOException when there are none */
    AwsCredentialsProvider credentials() throws IOException {
        Optional<String> key = first("AWS_ACCESS_KEY_ID");
        Optional<String> secret = first("AWS_SECRET_ACCESS_KEY");
        if (key.isPresent() && secret.isPresent()) {
            return StaticCredentialsProvider.create(first("AWS_SESSION_TOKEN")
                    .map(token -> AwsSessionCredentials.create(key.get(), secret.get(), token))
                    .map(session -> (software.amazon.awssdk.auth.credentials.AwsCredentials) session)
                    .orElseGet(() -> AwsBasicCredentials.create(key.get(), secret.get())));
        }
        AwsCredentialsProvider provider = isInContainer()
                ? ContainerCredentialsProvider.builder().build()
                : DefaultCredentialsProvider.builder().build();
        try {
            provider.resolveCredentials(); // kept by the provider; here, so that what is wrong is said in our words
            return provider;
        } catch (SdkClientException e) {
            throw new IOException(NO_CREDENTIALS, e);
        }
    }

    /** Whether profile files have nothing to say: neither credentials nor region nor endpoint may come from them. */
    boolean standsAlone() {
        boolean hasKeys = first("AWS_ACCESS_KEY_ID").isPresent() || isInContainer();
        return hasKeys && first("AWS_REGION", "AWS_DEFAULT_REGION").isPresent();
    }

    /** A function woken from a SnapStart image, or a task in a container. */
    private boolean isInContainer() {
        return first("AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                .isPresent();
    }

    private Optional<String> first(String... names) {
        return Stream.of(names)
                .map(name -> Optional.ofNullable(variables.apply(name))
                        .map(String::strip)
                        .orElse(""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
