package dev.owlet.runtime.upload;

import dev.owlet.runtime.store.StoredPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether a file may be made of the parts that are there. */
final class Parts {
    private static final int NAMED = 10;

    private Parts() {}

    /**
     * @param there by number
     * @param sent what the client says; may be empty
     * @throws UploadConflictException when a part is missing, has another size, or other bytes than the client sent
     */
    static void require(Upload upload, Map<Integer, StoredPart> there, List<SentPart> sent) {
        List<Integer> missing = new ArrayList<>();
        for (int number = 1; number <= upload.parts(); number++) {
            StoredPart part = there.get(number);
            if (part == null || part.size() != upload.sizeOf(number)) {
                missing.add(number);
            }
        }
        if (!missing.isEmpty() || there.size() > upload.parts()) {
            throw new UploadConflictException("Not all of the file is there: of its " + upload.parts() + " parts, "
                    + missing.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "))
                    + (missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more are" : " is or are")
                    + " missing. Send them, then complete it.");
        }
        for (SentPart part : sent) {
            StoredPart stored = there.get(part.number());
            if (stored == null || !(part.etag().isEmpty() || bare(part.etag()).equals(bare(stored.etag())))) {
                throw new UploadConflictException("Part " + part.number()
                        + " is not the one that was sent: its ETag is another. Send it again, then complete the file.");
            }
        }
    }

    private static String bare(String etag) {
        return etag.replace("\"", "");
    }
}
