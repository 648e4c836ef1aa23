package dev.owlet.runtime.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Presigned requests and multipart uploads. Size, type and {@code If-None-Match} are signed, so that a request with others
 * fits no signature (<a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Authenticating
 * Requests: Using Query Parameters</a>).
 */
final class S3Direct implements DirectAccess {
    /** What a client sends by itself, and a browser lets no page set. */
    private static final Set<String> OF_THE_CLIENT = Set.of("host", "content-length");

    private final S3Place place;
    private final S3Calls calls;

    S3Direct(S3Place place, S3Calls calls) {
        this.place = place;
        this.calls = calls;
    }

    @Override
    public String origin() throws IOException {
        URL url = calls.ask(
                S3Action.GET,
                "",
                client -> client.utilities()
                        .getUrl(request -> request.bucket(place.bucket()).key("any")));
        return url.getProtocol() + "://" + url.getAuthority();
    }

    @Override
    public SignedRequest put(String key, long size, String contentType, Duration life) throws IOException {
        String name = place.name(key);
        return signed(calls.presigner()
                .presignPutObject(presign -> presign.signatureDuration(life)
                        .putObjectRequest(request -> request.bucket(place.bucket())
                                .key(name)
                                .contentLength(size)
                                .contentType(contentType)
                                .ifNoneMatch("*"))));
    }

    @Override
    public SignedRequest get(String key, String filename, Duration life) throws IOException {
        String name = place.name(key);
        return signed(calls.presigner()
                .presignGetObject(presign -> presign.signatureDuration(life)
                        .getObjectRequest(request -> request.bucket(place.bucket())
                                .key(name)
                                .responseCacheControl("private, no-store")
                                .responseContentDisposition("attachment; filename=\"" + filename + "\""))));
    }

    @Override
    public SignedRequest part(String key, String begun, int number, long size, Duration life) throws IOException {
        String name = place.name(key);
        return signed(calls.presigner()
                .presignUploadPart(presign -> presign.signatureDuration(life)
                        .uploadPartRequest(request -> request.bucket(place.bucket())
                                .key(name)
                                .uploadId(begun)
                                .partNumber(number)
                                .contentLength(size))));
    }

    private static SignedRequest signed(PresignedRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.signedHeaders().forEach((name, values) -> {
            if (!OF_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(",", values));
            }
        });
        return new SignedRequest(
                request.httpRequest().method().name(), request.url().toString(), headers);
    }

    @Override
    public String begin(String key, String contentType) throws IOException {
        String name = place.name(key);
        return calls.ask(
                S3Action.PUT,
                key,
                client -> client.createMultipartUpload(request ->
                                request.bucket(place.bucket()).key(name).contentType(contentType))
                        .uploadId());
    }

    /** One part, from here. */
    StoredPart put(String key, String begun, int number, byte[] bytes, int length) throws IOException {
        String name = place.name(key);
        RequestBody body = RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes, 0, length), length, "application/octet-stream");
        String etag = calls.ask(
                S3Action.PUT,
                key,
                client -> client.uploadPart(
                                request -> request.bucket(place.bucket())
                                        .key(name)
                                        .uploadId(begun)
                                        .partNumber(number),
                                body)
                        .eTag());
        return new StoredPart(number, length, etag);
    }

    @Override
    public List<StoredPart> parts(String key, String begun) throws IOException {
        ListPartsRequest.Builder request = ListPartsRequest.builder()
                .bucket(place.bucket())
                .key(place.name(key))
                .uploadId(begun);
        List<StoredPart> found = new ArrayList<>();
        ListPartsResponse page;
        do {
            ListPartsRequest next = request.build();
            page = calls.ask(S3Action.PARTS, key, client -> client.listParts(next));
            page.parts().forEach(part -> found.add(new StoredPart(part.partNumber(), part.size(), part.eTag())));
            request.partNumberMarker(page.nextPartNumberMarker());
        } while (Boolean.TRUE.equals(page.isTruncated()));
        return found;
    }

    @Override
    public void complete(String key, String begun, List<StoredPart> parts) throws IOException {
        complete(key, begun, parts, true);
    }

    void complete(String key, String begun, List<StoredPart> parts, boolean ifAbsent) throws IOException {
        String name = place.name(key);
        List<CompletedPart> all = parts.stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.number())
                        .eTag(part.etag())
                        .build())
                .toList();
        try {
            calls.ask(
                    S3Action.PUT,
                    key,
                    client -> client.completeMultipartUpload(request -> request.bucket(place.bucket())
                            .key(name)
                            .uploadId(begun)
                            .ifNoneMatch(ifAbsent ? "*" : null)
                            .multipartUpload(whole -> whole.parts(all))));
        } catch (IOException e) {
            if (e.getCause() instanceof S3Exception answer && answer.statusCode() == 412) {
                throw (IOException) new FileAlreadyExistsException(key).initCause(e);
            }
            throw e;
        }
    }

    @Override
    public void abort(String key, String begun) throws IOException {
        String name = place.name(key);
        try {
            calls.ask(
                    S3Action.ABORT,
                    key,
                    client -> client.abortMultipartUpload(
                            request -> request.bucket(place.bucket()).key(name).uploadId(begun)));
        } catch (NoSuchFileException e) {
            // completed or given up before
        }
    }
}
