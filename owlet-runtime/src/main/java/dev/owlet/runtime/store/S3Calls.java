package dev.owlet.runtime.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Asks S3, and says what went wrong in our words. */
final class S3Calls {
    @FunctionalInterface
    interface Call<R> {
        R on(S3Client client);
    }

    private final S3Place place;
    private final S3Connection connection;
    private final S3Faults faults;

    S3Calls(S3Place place, S3Settings settings) {
        this.place = place;
        connection = new S3Connection(settings);
        faults = new S3Faults(place, settings);
    }

    /** Signs requests for others to send. */
    S3Presigner presigner() throws IOException {
        return connection.presigner();
    }

    /** @throws NoSuchFileException when what was asked for is not there, though the bucket is */
    <R> R ask(S3Action action, String key, Call<R> call) throws IOException {
        try {
            return call.on(connection.client());
        } catch (S3Exception e) {
            if (e.statusCode() == 404
                    && action != S3Action.LIST
                    && !S3Faults.code(e).equals("NoSuchBucket")) {
                throw (IOException) new NoSuchFileException(key).initCause(e);
            }
            throw faults.of(e, action, place.show(key));
        } catch (SdkException e) {
            throw faults.of(e, action, place.show(key));
        }
    }
}
