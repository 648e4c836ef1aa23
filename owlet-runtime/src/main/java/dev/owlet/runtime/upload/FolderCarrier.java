package dev.owlet.runtime.upload;

import dev.owlet.runtime.store.ObjectOutput;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import dev.owlet.runtime.store.StoredPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Files come through the server that answers this, at addresses that {@link UploadToken} signs. */
final class FolderCarrier implements Carrier {
    private static final int CHUNK = 1 << 20;

    private final ObjectStore store;
    private final UploadKeys keys;
    private final String path;
    private final Clock clock;

    /** @param path of the table in the API */
    FolderCarrier(ObjectStore store, UploadKeys keys, String path, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.path = path;
        this.clock = clock;
    }

    @Override
    public Optional<String> begin(String key, String contentType) {
        return Optional.empty();
    }

    @Override
    public List<Address> missing(Upload upload) throws IOException {
        if (isThere(keys.file(upload))) {
            return List.of();
        }
        Map<Integer, StoredPart> there = parts(upload);
        List<Address> missing = new ArrayList<>();
        for (int number = 1; number <= upload.parts(); number++) {
            if (!there.containsKey(number)) {
                missing.add(new Address(
                        number,
                        upload.fromOf(number),
                        upload.sizeOf(number),
                        "PUT",
                        url(upload, "parts/" + number),
                        upload.inParts()
                                ? Map.of()
                                : Map.of("content-type", upload.contentType(), "if-none-match", "*")));
            }
        }
        return missing;
    }

    private String url(Upload upload, String rest) {
        return "/api/" + path + "/uploads/" + upload.id() + "/" + rest + "?token="
                + UploadToken.issue(upload.secret(), rest, clock.instant());
    }

    private boolean isThere(String key) throws IOException {
        try {
            store.head(key);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private Map<Integer, StoredPart> parts(Upload upload) throws IOException {
        Map<Integer, StoredPart> parts = new TreeMap<>();
        for (StoredObject object : store.listFrom(keys.part(upload.id(), 1))) {
            int number = Integer.parseInt(object.key().substring(object.key().lastIndexOf('/') + 1));
            parts.put(number, new StoredPart(number, object.size(), ""));
        }
        return parts;
    }

    /**
     * Keeps what a client sends, exactly as much as it should be.
     *
     * @return the entity tag of its bytes
     * @throws FileAlreadyExistsException when it is there
     */
    String receive(Upload upload, int number, InputStream bytes) throws IOException {
        String key = upload.inParts() ? keys.part(upload.id(), number) : keys.file(upload);
        long left = upload.sizeOf(number);
        CRC32 sum = new CRC32();
        byte[] chunk = new byte[(int) Math.min(CHUNK, Math.max(1, left))];
        try (ObjectOutput out = store.output(key, true)) {
            while (left > 0) {
                int read = bytes.readNBytes(chunk, 0, (int) Math.min(chunk.length, left));
                if (read == 0) {
                    throw new IOException("the connection broke off");
                }
                out.write(chunk, 0, read);
                sum.update(chunk, 0, read);
                left -= read;
            }
            if (bytes.read() >= 0) {
                throw new UploadConflictException("More bytes came than were announced.");
            }
            out.commit();
        }
        return tag(sum);
    }

    private static String tag(CRC32 sum) {
        return "\"" + Long.toHexString(sum.getValue()) + "\"";
    }

    @Override
    public void complete(Upload upload, List<SentPart> sent) throws IOException {
        String key = keys.file(upload);
        if (isThere(key)) {
            return;
        }
        Map<Integer, StoredPart> parts = parts(upload);
        Parts.require(upload, parts, List.of());
        try (ObjectOutput out = store.output(key, true)) {
            for (int number = 1; number <= upload.parts(); number++) {
                parts.put(number, new StoredPart(number, upload.sizeOf(number), copy(upload, number, out)));
            }
            Parts.require(upload, parts, sent);
            out.commit();
        } catch (FileAlreadyExistsException e) {
            // whoever made it made it of the same parts
        }
        removeParts(upload);
    }

    private String copy(Upload upload, int number, ObjectOutput out) throws IOException {
        String key = keys.part(upload.id(), number);
        CRC32 sum = new CRC32();
        for (long at = 0; at < upload.sizeOf(number); at += CHUNK) {
            byte[] chunk = store.get(key, at, CHUNK);
            out.write(chunk);
            sum.update(chunk);
        }
        return tag(sum);
    }

    @Override
    public void abort(Upload upload) throws IOException {
        removeParts(upload);
        store.delete(keys.file(upload));
    }

    private void removeParts(Upload upload) throws IOException {
        for (StoredObject part : store.listFrom(keys.part(upload.id(), 1))) {
            store.delete(part.key());
        }
    }

    @Override
    public String readUrl(Upload upload, String key, String filename) {
        return url(upload, "rejects");
    }
}
