package dev.owlet.runtime.store;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The SDK's client, made when it is first needed.
 *
 * <p>Repeated, with growing random pauses, within {@link S3Limits}: 5xx and throttling, connections that broke or
 * answered late, and 409 ({@code ConditionalRequestConflict}: another conditional write of the same key was under way,
 * <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">Conditional writes</a>).
 */
final class S3Connection {
    private static final int CONFLICT = 409;

    private final S3Settings settings;
    private volatile @Nullable S3Client client;
    private volatile @Nullable S3Presigner presigner;

    S3Connection(S3Settings settings) {
        this.settings = settings;
    }

    /** @throws IOException when region or credentials are missing; the next call looks for them anew */
    S3Client client() throws IOException {
        S3Client known = client;
        return known != null ? known : connect();
    }

    private synchronized S3Client connect() throws IOException {
        S3Client known = client;
        if (known == null) {
            known = build();
            client = known;
        }
        return known;
    }

    /** Signs requests for others to send; asks nobody but for credentials. */
    synchronized S3Presigner presigner() throws IOException {
        S3Presigner known = presigner;
        if (known == null) {
            S3Client connected = client();
            S3Presigner.Builder builder = S3Presigner.builder()
                    .region(settings.region())
                    .credentialsProvider(connected.serviceClientConfiguration().credentialsProvider())
                    .disableS3ExpressSessionAuth(true)
                    .serviceConfiguration(plain().toBuilder()
                            .pathStyleAccessEnabled(settings.endpoint().isPresent())
                            .build());
            settings.endpoint().ifPresent(builder::endpointOverride);
            known = builder.build();
            presigner = known;
        }
        return known;
    }

    private S3Client build() throws IOException {
        Optional<URI> endpoint = settings.endpoint();
        S3ClientBuilder builder = S3Client.builder()
                .region(settings.region())
                .credentialsProvider(settings.credentials())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.limits().connect())
                        .socketTimeout(settings.limits().socket()))
                .overrideConfiguration(overrides())
                .serviceConfiguration(plain())
                // The newer checksums are trailers that many S3-compatible servers refuse. Bytes are safe without: TLS
                // guards them, and over plain HTTP the signature covers them.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .disableS3ExpressSessionAuth(true)
                .forcePathStyle(endpoint.isPresent());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /**
     * Without {@code Expect: 100-continue}, which would make each commit wait for one more answer, and without chunks
     * signed one by one, which some S3-compatible servers do not know.
     */
    private static S3Configuration plain() {
        return S3Configuration.builder()
                .expectContinueEnabled(false)
                .chunkedEncodingEnabled(false)
                .build();
    }

    private ClientOverrideConfiguration overrides() {
        ClientOverrideConfiguration.Builder overrides = ClientOverrideConfiguration.builder()
                .addExecutionInterceptor(new S3WholeAnswers())
                .apiCallTimeout(settings.limits().call())
                .retryStrategy(retries(settings.limits()));
        if (settings.standsAlone()) {
            overrides.defaultProfileFile(ProfileFile.aggregator().build());
        }
        return overrides.build();
    }

    /**
     * What the SDK repeats, and 409. Without its circuit breaker, which after many failures would give up a commit at the
     * first one: each call has its own bounds here.
     */
    private static RetryStrategy retries(S3Limits limits) {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(limits.attempts())
                .circuitBreakerEnabled(false)
                .backoffStrategy(limits.backoff())
                .throttlingBackoffStrategy(limits.throttlingBackoff())
                .retryOnException(e -> e instanceof AwsServiceException answer && answer.statusCode() == CONFLICT)
                .build();
    }
}
