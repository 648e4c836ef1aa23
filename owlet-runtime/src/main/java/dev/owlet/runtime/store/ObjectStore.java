package dev.owlet.runtime.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one seam to storage: all that tables and files need of a local folder or a bucket. Keys are relative to the root,
 * parts separated by {@code /}, and never lead out of it: {@link Keys} says which are refused with an
 * {@link IllegalArgumentException}. Listings also give what others left there under names that Keys refuses; such an
 * object can be seen, but not read, replaced or deleted here. Thread-safe, and safe beside other processes on the same
 * root. Nothing waits without bound; what a store cannot do, it says in a sentence that names the object and the cure.
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
     * The objects of one folder whose names are not less than the last part of {@code key}, by name in the order of
     * their code points; folders below it are not entered. Empty when the folder does not exist. A key that ends with
     * {@code /} lists its whole folder.
     */
    List<StoredObject> listFrom(String key) throws IOException;

    /**
     * All objects below a folder, in its folders too, by key in the order of code points. Empty when the folder does not
     * exist. Symbolic links are passed over.
     *
     * @param folder without a slash at the end
     */
    List<StoredObject> listAll(String folder) throws IOException;

    /**
     * Writes an object as a whole: no reader ever sees a part of it, and when this returns, it is durable.
     *
     * <p>With {@code ifAbsent} the object is created or left as it was, atomically among all writers in all processes:
     * of several that bring different bytes, exactly one succeeds. <em>An object that has exactly these bytes counts as
     * success</em>, because an answer may have been lost on its way: nobody can tell one's own first attempt from
     * another writer's equal bytes. So whoever must be the only one puts bytes that nobody else has, as every commit
     * does with its random identifier.
     *
     * @throws FileAlreadyExistsException when {@code ifAbsent} and the object exists with other bytes
     */
    void put(String key, byte[] bytes, boolean ifAbsent) throws IOException;

    /**
     * An object to be written piece by piece. Close it.
     *
     * @param ifAbsent whether it is created only, and fails at its end when it is there, whatever its bytes
     */
    default ObjectOutput output(String key, boolean ifAbsent) throws IOException {
        return new MemoryOutput(this, key, ifAbsent);
    }

    /** How others reach this store by themselves; empty where they cannot, as in a folder. */
    default Optional<DirectAccess> direct() {
        return Optional.empty();
    }

    /** Afterwards there is no such object. That there was none before is no error, and no store of many can tell. */
    void delete(String key) throws IOException;

    /**
     * Removes what writers left behind below a folder that were killed in the middle of a {@link #put}: unfinished
     * files, which no listing shows and no reader sees, and folders without any file. A bucket has none.
     *
     * @param before only what was last written to before this; far enough back that no writer is still at it
     * @return how many files were removed
     */
    int sweep(String folder, Instant before) throws IOException;

    /**
     * How long an object that was seen may be taken for still there. Zero where looking again costs nothing, as in a
     * folder; longer where each look is a paid request.
     */
    Duration trust();

    /**
     * The store at a root. Opening a bucket costs nothing: it is the first request that connects, and that says what is
     * wrong with the bucket, the region or the credentials.
     *
     * @param root a local folder, made when it does not exist, or {@code s3://bucket} or {@code s3://bucket/prefix}
     * @throws IllegalArgumentException when the root is neither
     */
    static ObjectStore open(String root) {
        if (S3Place.isOne(root)) {
            return new S3Store(S3Place.parse(root), S3Settings.fromEnvironment());
        }
        if (root.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            throw new IllegalArgumentException(
                    "tables lie in a local folder or in s3://bucket, not in \"" + root + "\"");
        }
        return new LocalStore(Path.of(root));
    }
}
