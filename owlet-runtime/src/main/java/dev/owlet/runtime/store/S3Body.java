package dev.owlet.runtime.store;

import java.io.IOException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Reads an object, or the part that was asked for, into one array. */
final class S3Body implements ResponseTransformer<GetObjectResponse, byte[]> {
    private final long atMost;
    private final boolean isPart;

    /**
     * @param atMost bytes that were asked for
     * @param isPart whether they were asked for by a range
     */
    S3Body(long atMost, boolean isPart) {
        this.atMost = atMost;
        this.isPart = isPart;
    }

    @Override
    public byte[] transform(GetObjectResponse response, AbortableInputStream in) throws IOException {
        Long length = response.contentLength();
        if (isPart && response.contentRange() == null) {
            throw new IOException("this server gives no parts of objects (Range), which tables need");
        }
        if (length == null || length > atMost) {
            throw new IOException("an object of " + length + " bytes, where at most " + atMost + " can be taken");
        }
        byte[] bytes = new byte[length.intValue()];
        try {
            in.readNBytes(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw RetryableException.create("the connection broke", e);
        }
        return bytes;
    }
}
