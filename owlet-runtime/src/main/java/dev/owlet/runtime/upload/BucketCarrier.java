package dev.owlet.runtime.upload;

import dev.owlet.runtime.store.DirectAccess;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.SignedRequest;
import dev.owlet.runtime.store.StoredPart;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Files go straight into a bucket, by requests that are signed here. */
final class BucketCarrier implements Carrier {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration READ_LIFE = Duration.ofMinutes(15);

    private final ObjectStore store;
    private final DirectAccess direct;
    private final UploadKeys keys;

    BucketCarrier(ObjectStore store, DirectAccess direct, UploadKeys keys) {
        this.store = store;
        this.direct = direct;
        this.keys = keys;
    }

    @Override
    public Optional<String> begin(String key, String contentType) throws IOException {
        return Optional.of(direct.begin(key, contentType));
    }

    @Override
    public List<Address> missing(Upload upload) throws IOException {
        String key = keys.file(upload);
        if (upload.begun().isEmpty()) {
            return List.of(address(upload, 1, direct.put(key, upload.size(), upload.contentType(), LIFE)));
        }
        String begun = upload.begun().get();
        Map<Integer, StoredPart> there;
        try {
            there = byNumber(direct.parts(key, begun));
        } catch (NoSuchFileException e) {
            return List.of(); // completed, or given up by the rule of the bucket
        }
        List<Address> missing = new ArrayList<>();
        for (int number = 1; number <= upload.parts(); number++) {
            if (!there.containsKey(number)) {
                missing.add(address(upload, number, direct.part(key, begun, number, upload.sizeOf(number), LIFE)));
            }
        }
        return missing;
    }

    private static Map<Integer, StoredPart> byNumber(List<StoredPart> parts) {
        return parts.stream().collect(Collectors.toMap(StoredPart::number, Function.identity()));
    }

    private static Address address(Upload upload, int number, SignedRequest request) {
        return new Address(
                number,
                upload.fromOf(number),
                upload.sizeOf(number),
                request.method(),
                request.url(),
                request.headers());
    }

    @Override
    public void complete(Upload upload, List<SentPart> sent) throws IOException {
        String key = keys.file(upload);
        String begun = upload.begun().orElseThrow();
        List<StoredPart> parts;
        try {
            parts = direct.parts(key, begun);
            Parts.require(upload, byNumber(parts), sent);
            direct.complete(key, begun, parts);
        } catch (NoSuchFileException e) {
            requireFile(key);
        } catch (FileAlreadyExistsException e) {
            // whoever made it made it of the same parts
        }
    }

    /** An answer that was lost on its way: the parts are gone because the file is there. */
    private void requireFile(String key) throws IOException {
        try {
            store.head(key);
        } catch (NoSuchFileException e) {
            throw new UploadConflictException(
                    "The parts of this file are gone: they are kept for a day. Send it again.");
        }
    }

    @Override
    public void abort(Upload upload) throws IOException {
        if (upload.begun().isPresent()) {
            direct.abort(keys.file(upload), upload.begun().get());
        }
    }

    @Override
    public String readUrl(Upload upload, String key, String filename) throws IOException {
        return direct.get(key, filename, READ_LIFE).url();
    }
}
