package dev.owlet.runtime.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket, or a prefix in one. Objects are put by one request each, which S3 takes up to 5 GB, more than an array holds;
 * creation is a conditional write ({@code If-None-Match: *}), which S3 answers with 412 when the object exists. What is
 * repeated, and how long at most, is said in {@link S3Connection} and {@link S3Limits}.
 */
final class S3Store implements ObjectStore {
    private static final Duration TRUST = Duration.ofMinutes(1);
    private static final long MAX_ARRAY = Integer.MAX_VALUE - 8;
    private static final String BINARY = "application/octet-stream";

    private final S3Place place;
    private final S3Calls calls;
    private final S3Direct direct;

    S3Store(S3Place place, S3Settings settings) {
        this.place = place;
        calls = new S3Calls(place, settings);
        direct = new S3Direct(place, calls);
    }

    private <R> R ask(S3Action action, String key, S3Calls.Call<R> call) throws IOException {
        return calls.ask(action, key, call);
    }

    @Override
    public byte[] get(String key) throws IOException {
        return get(key, null, MAX_ARRAY);
    }

    @Override
    public byte[] get(String key, long from, int length) throws IOException {
        try {
            return get(key, "bytes=" + from + "-" + (from + length - 1), length);
        } catch (IOException e) {
            if (status(e) == 416) {
                return new byte[0]; // Range Not Satisfiable: the object ends before that (RFC 9110, 15.5.17)
            }
            throw e;
        }
    }

    private byte[] get(String key, @Nullable String range, long atMost) throws IOException {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(place.bucket())
                .key(place.name(key))
                .range(range)
                .build();
        return ask(S3Action.GET, key, client -> client.getObject(request, new S3Body(atMost, range != null)));
    }

    private static int status(IOException e) {
        return e.getCause() instanceof S3Exception ? ((S3Exception) e.getCause()).statusCode() : 0;
    }

    @Override
    public StoredObject head(String key) throws IOException {
        String name = place.name(key);
        HeadObjectResponse found = ask(
                S3Action.HEAD,
                key,
                client -> client.headObject(
                        request -> request.bucket(place.bucket()).key(name)));
        return new StoredObject(key, found.contentLength(), found.lastModified());
    }

    @Override
    public List<StoredObject> listFrom(String key) throws IOException {
        ListObjectsV2Request.Builder request = below(Keys.folder(key)).delimiter("/");
        if (!key.isEmpty() && !key.endsWith("/")) {
            // exclusive, therefore from a little earlier on
            request.startAfter(place.prefix() + key.substring(0, key.offsetByCodePoints(key.length(), -1)));
        }
        List<StoredObject> found = list(request, key);
        found.removeIf(object -> Keys.compare(object.key(), key) < 0);
        return found;
    }

    @Override
    public List<StoredObject> listAll(String folder) throws IOException {
        return list(below(Keys.require(folder) + "/"), folder);
    }

    private ListObjectsV2Request.Builder below(String folder) {
        if (!folder.isEmpty()) {
            Keys.require(folder.substring(0, folder.length() - 1));
        }
        return ListObjectsV2Request.builder().bucket(place.bucket()).prefix(place.prefix() + folder);
    }

    private List<StoredObject> list(ListObjectsV2Request.Builder request, String key) throws IOException {
        List<StoredObject> found = new ArrayList<>();
        ListObjectsV2Response page;
        do {
            ListObjectsV2Request next = request.build();
            page = ask(S3Action.LIST, key, client -> client.listObjectsV2(next));
            for (S3Object object : page.contents()) {
                if (!object.key().endsWith("/")) { // what consoles make of a folder
                    found.add(new StoredObject(place.key(object.key()), object.size(), object.lastModified()));
                }
            }
            request.continuationToken(page.nextContinuationToken());
        } while (Boolean.TRUE.equals(page.isTruncated()));
        return found;
    }

    @Override
    public void put(String key, byte[] bytes, boolean ifAbsent) throws IOException {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(place.bucket())
                .key(place.name(key))
                .ifNoneMatch(ifAbsent ? "*" : null)
                .build();
        ContentStreamProvider content = ContentStreamProvider.fromByteArrayUnsafe(bytes);
        try {
            ask(
                    S3Action.PUT,
                    key,
                    client ->
                            client.putObject(request, RequestBody.fromContentProvider(content, bytes.length, BINARY)));
        } catch (IOException e) {
            if (!ifAbsent || status(e) != 412) {
                throw e;
            }
            if (!holds(key, bytes)) {
                throw (IOException) new FileAlreadyExistsException(key).initCause(e);
            }
        }
    }

    /** Whether the object has exactly these bytes; one byte more is asked for, so that a longer one shows. */
    private boolean holds(String key, byte[] bytes) throws IOException {
        try {
            return Arrays.equals(get(key, 0, (int) Math.min(MAX_ARRAY, bytes.length + 1L)), bytes);
        } catch (NoSuchFileException e) {
            return false; // deleted meanwhile: it was there, and nobody can say whose it was
        }
    }

    @Override
    public void delete(String key) throws IOException {
        String name = place.name(key);
        ask(
                S3Action.DELETE,
                key,
                client -> client.deleteObject(
                        request -> request.bucket(place.bucket()).key(name)));
    }

    @Override
    public ObjectOutput output(String key, boolean ifAbsent) {
        return new S3Output(this, direct, key, ifAbsent);
    }

    @Override
    public Optional<DirectAccess> direct() {
        return Optional.of(direct);
    }

    /** Nothing: an object that was not put as a whole is not there. */
    @Override
    public int sweep(String folder, Instant before) {
        return 0;
    }

    @Override
    public Duration trust() {
        return TRUST;
    }

    @Override
    public String toString() {
        return place.toString();
    }
}
