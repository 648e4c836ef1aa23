package dev.owlet.runtime.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What S3 or the SDK say, in one sentence that names the object and the cure. */
final class S3Faults {
    private final S3Place place;
    private final S3Settings settings;

    S3Faults(S3Place place, S3Settings settings) {
        this.place = place;
        this.settings = settings;
    }

    /** @param object what was asked for, as {@code s3://bucket/key} */
    IOException of(SdkException e, S3Action action, String object) {
        if (e instanceof AwsServiceException answer) {
            return new IOException(sentence(answer, action, object), e);
        }
        if (e instanceof AbortedException) {
            Thread.currentThread().interrupt();
            return (IOException) new InterruptedIOException(action + " of " + object + " was interrupted").initCause(e);
        }
        if (e instanceof ApiCallTimeoutException) {
            return new IOException(
                    action + " of " + object + " took longer than "
                            + settings.limits().call().toSeconds()
                            + " s and was given up; whether it took effect is not known",
                    e);
        }
        return new IOException(action + " of " + object + ": no answer" + reason(e), e);
    }

    private String reason(SdkException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String what = root instanceof UnknownHostException
                ? "there is no host " + root.getMessage() + "; check AWS_REGION and the name of the bucket"
                : String.valueOf(root.getMessage());
        return attempts(e) + ": " + what;
    }

    private static String attempts(SdkException e) {
        Integer attempts = e.numAttempts();
        return attempts == null || attempts == 1 ? "" : " in " + attempts + " attempts";
    }

    private String sentence(AwsServiceException e, S3Action action, String object) {
        switch (code(e)) {
            case "NoSuchBucket":
                return "there is no bucket \"" + place.bucket() + "\": make it, or correct the root " + place
                        + " (OWLET_ROOT)";
            case "InvalidAccessKeyId":
                return "S3 does not know the access key: check AWS_ACCESS_KEY_ID or AWS_PROFILE (" + object + ")";
            case "SignatureDoesNotMatch":
                return "the secret key does not fit the access key: check AWS_SECRET_ACCESS_KEY (" + object + ")";
            case "ExpiredToken", "TokenRefreshRequired", "InvalidToken":
                return "the AWS credentials have expired: sign in again or renew them (" + object + ")";
            case "RequestTimeTooSkewed":
                return "the clock of this machine is wrong by more than 15 minutes: set it (" + object + ")";
            default:
                return byStatus(e, action, object);
        }
    }

    private String byStatus(AwsServiceException e, S3Action action, String object) {
        Optional<String> region = region(e);
        if (region.isPresent() && (e.statusCode() == 301 || e.statusCode() == 400)) {
            return "the bucket \"" + place.bucket() + "\" lies in " + region.get() + ": set AWS_REGION=" + region.get();
        }
        String answer = "S3 answered " + e.statusCode() + " " + code(e);
        switch (e.statusCode()) {
            case 301:
                return answer + " to " + action + " of " + object + ": set AWS_REGION to the region of the bucket";
            case 403:
                return "access denied to " + object + ": allow " + action.permission() + " on it" + action.hint();
            case 501:
                return answer + " to " + action + " of " + object
                        + ": this server lacks what tables need, such as conditional puts (If-None-Match: *)";
            default:
                return answer + " to " + action + " of " + object + attempts(e) + ": "
                        + details(e).map(AwsErrorDetails::errorMessage).orElse("");
        }
    }

    private static Optional<String> region(AwsServiceException e) {
        return details(e)
                .flatMap(found -> Optional.ofNullable(found.sdkHttpResponse()))
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"));
    }

    static String code(AwsServiceException e) {
        return details(e)
                .flatMap(found -> Optional.ofNullable(found.errorCode()))
                .orElse("");
    }

    private static Optional<AwsErrorDetails> details(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails());
    }
}
