package dev.owlet.runtime.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * An answer whose connection broke must not pass for a shorter one. Neither the SDK nor the connection of JDK 17 compares
 * what came with {@code Content-Length}; without this, a listing that broke off before its first byte is an empty folder.
 * That of JDK 25 does, and throws what the SDK would not take for worth another attempt.
 */
final class S3WholeAnswers implements ExecutionInterceptor {
    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Optional<Long> length =
                context.httpResponse().firstMatchingHeader("Content-Length").map(Long::valueOf);
        if (length.isEmpty() || context.httpRequest().method() == SdkHttpMethod.HEAD) {
            return context.responseBody();
        }
        return context.responseBody().map(in -> new Whole(in, length.get()));
    }

    private static final class Whole extends FilterInputStream {
        private final long length;
        private long read;

        Whole(InputStream in, long length) {
            super(in);
            this.length = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            try {
                return count(in.read(into, from, most));
            } catch (IOException e) {
                throw RetryableException.create("the connection broke: " + e.getMessage(), e);
            }
        }

        /** Unchecked: what checked exceptions the SDK's XML reader meets, it does not take for worth another attempt. */
        private int count(int found) {
            if (found < 0 && read < length) {
                throw RetryableException.create("the connection broke after " + read + " of " + length + " bytes");
            }
            read += Math.max(0, found);
            return found;
        }

        @Override
        public boolean markSupported() {
            return false; // going back would count twice
        }
    }
}
