package dev.owlet.runtime.upload;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** How the bytes of files come into a store: by themselves into a bucket, through the local server into a folder. */
interface Carrier {
    /** What identifies an object to be made of parts, where the store wants to know of it before. */
    Optional<String> begin(String key, String contentType) throws IOException;

    /** The requests for what is still missing; of a file that is there, none. */
    List<Address> missing(Upload upload) throws IOException;

    /**
     * Makes the file of its parts; nothing when it is there.
     *
     * @throws UploadConflictException when parts are missing, or are others than the client sent
     */
    void complete(Upload upload, List<SentPart> sent) throws IOException;

    /** Gives up what came of it. */
    void abort(Upload upload) throws IOException;

    /** Where the rows that did not get in are read, for a while. */
    String readUrl(Upload upload, String key, String filename) throws IOException;
}
