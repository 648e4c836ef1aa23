package dev.owlet.runtime.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The one seam to storage: all that tables and files need of a local folder or a bucket. Keys are relative to the root,
 * parts separated by {@code /}, and never lead out of it: {@link Keys} says which are refused. Thread-safe, and safe
 * beside other processes on the same root.
 */
public interface ObjectStore {
    /** @throws NoSuchFileException when there is no such object */
    byte[] get(String key) throws IOException;

    /**
     * A part of an object: {@code length} bytes from {@code from}, fewer when the object ends before that.
     *
     * @param from not negative; beyond the object's end no bytes are there
     * @param length at least 1
     * @throws NoSuchFileException when there is no such object
     */
    byte[] get(String key, long from, int length) throws IOException;

    /** @throws NoSuchFileException when there is no such object */
    StoredObject head(String key) throws IOException;

    /**
     * The objects of one folder whose names are not less than the last part of {@code key}, by name; folders below it
     * are not entered. Empty when the folder does not exist. A key that ends with {@code /} lists its whole folder.
     */
    List<StoredObject> listFrom(String key) throws IOException;

    /**
     * All objects below a folder, in its folders too, by key. Empty when the folder does not exist.
     *
     * @param folder without a slash at the end
     */
    List<StoredObject> listAll(String folder) throws IOException;

    /**
     * Writes an object as a whole: no reader ever sees a part of it.
     *
     * @param ifAbsent create only, atomically: of several writers, in whichever process, exactly one succeeds
     * @throws FileAlreadyExistsException when {@code ifAbsent} and the object exists; it is left as it was
     */
    void put(String key, byte[] bytes, boolean ifAbsent) throws IOException;

    /** @return false when there was no such object */
    boolean delete(String key) throws IOException;

    /**
     * How long an object that was seen may be taken for still there. Zero where looking again costs nothing, as in a
     * folder; longer where each look is a paid request.
     */
    Duration trust();

    /**
     * The store at a root.
     *
     * @param root a local folder, made when it does not exist
     * @throws IllegalArgumentException when the root is not a local folder
     */
    static ObjectStore open(String root) {
        if (root.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            throw new IllegalArgumentException(
                    "this version keeps tables in a local folder; it cannot open \"" + root + "\" yet");
        }
        return new LocalStore(Path.of(root));
    }
}
