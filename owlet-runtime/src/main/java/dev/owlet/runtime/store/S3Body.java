package dev.owlet.runtime.store;

import java.io.IOException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Reads an answer whole: a connection that broke in its middle must not pass for a shorter object. */
final class S3Body implements ResponseTransformer<GetObjectResponse, byte[]> {
    private final long atMost;

    /** @param atMost bytes that were asked for */
    S3Body(long atMost) {
        this.atMost = atMost;
    }

    @Override
    public byte[] transform(GetObjectResponse response, AbortableInputStream in) throws IOException {
        long length = response.contentLength();
        if (length > atMost) {
            throw new IOException("S3 sends " + length + " bytes where at most " + atMost + " were asked for");
        }
        byte[] bytes = new byte[(int) length];
        int read;
        try {
            read = in.readNBytes(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw RetryableException.create("the connection broke: " + e.getMessage(), e);
        }
        if (read < length) {
            throw RetryableException.create("the connection broke after " + read + " of " + length + " bytes");
        }
        return bytes;
    }
}
