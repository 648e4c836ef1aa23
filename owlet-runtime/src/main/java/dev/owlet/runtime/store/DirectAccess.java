package dev.owlet.runtime.store;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * How others bring objects into a store and take them out by themselves, without credentials and past the application:
 * requests that are signed here and sent there. Thread-safe.
 */
public interface DirectAccess {
    /** The longest that a signed request can be good for. */
    Duration LONGEST = Duration.ofDays(7);

    /** Where all these requests go, such as {@code https://owls.s3.eu-west-1.amazonaws.com}. */
    String origin() throws IOException;

    /**
     * A request that creates one object, of exactly this size and type; refused with 412 when the object is there.
     *
     * @param size bytes
     * @param life how long it is good for
     */
    SignedRequest put(String key, long size, String contentType, Duration life) throws IOException;

    /**
     * A request that reads one object.
     *
     * @param filename under which a browser keeps it; letters, digits, dots, hyphens and underscores
     */
    SignedRequest get(String key, String filename, Duration life) throws IOException;

    /**
     * Begins an object that comes in parts.
     *
     * @return its identifier among those begun
     */
    String begin(String key, String contentType) throws IOException;

    /**
     * A request that brings one part, of exactly this size. It may be sent again: the last one counts.
     *
     * @param number from 1 to 10,000
     * @param size bytes, at least 5 MiB but for the last part
     */
    SignedRequest part(String key, String begun, int number, long size, Duration life) throws IOException;

    /**
     * The parts that are there, by number.
     *
     * @throws java.nio.file.NoSuchFileException when nothing is begun under this identifier (any more)
     */
    List<StoredPart> parts(String key, String begun) throws IOException;

    /**
     * Makes one object of parts. Once it is made, the identifier is gone.
     *
     * @throws java.nio.file.FileAlreadyExistsException when the object is there
     * @throws java.nio.file.NoSuchFileException when nothing is begun under this identifier (any more)
     */
    void complete(String key, String begun, List<StoredPart> parts) throws IOException;

    /** Gives up what was begun; its parts go. */
    void abort(String key, String begun) throws IOException;
}
