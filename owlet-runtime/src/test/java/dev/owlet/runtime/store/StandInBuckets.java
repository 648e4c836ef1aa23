package dev.owlet.runtime.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of {@link S3StandIn}: in memory, and in a folder too when one is given, a file an object. */
final class StandInBuckets {
    private final Map<String, NavigableMap<String, Stored>> buckets = new ConcurrentHashMap<>();
    private final @Nullable Path folder;

    record Stored(byte[] bytes, Instant modified) {}

    StandInBuckets(@Nullable Path folder) {
        this.folder = folder;
    }

    void add(String bucket) {
        NavigableMap<String, Stored> objects =
                buckets.computeIfAbsent(bucket, name -> new ConcurrentSkipListMap<>(Keys::compare));
        if (folder != null && Files.isDirectory(folder.resolve(bucket))) {
            load(folder.resolve(bucket), objects);
        }
    }

    private static void load(Path root, NavigableMap<String, Stored> objects) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String key = root.relativize(file).toString().replace('\\', '/');
                objects.put(
                        key,
                        new Stored(
                                Files.readAllBytes(file),
                                Files.getLastModifiedTime(file).toInstant()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String bucket) {
        return buckets.containsKey(bucket);
    }

    Optional<Stored> get(String bucket, String key) {
        return Optional.ofNullable(buckets.get(bucket).get(key));
    }

    /** @return false when {@code ifAbsent} and the object was there */
    synchronized boolean put(String bucket, String key, Stored object, boolean ifAbsent) throws IOException {
        NavigableMap<String, Stored> objects = buckets.get(bucket);
        if (ifAbsent && objects.containsKey(key)) {
            return false;
        }
        if (folder != null) {
            AtomicFile.replace(folder.resolve(bucket).resolve(key), object.bytes());
        }
        objects.put(key, object);
        return true;
    }

    synchronized void delete(String bucket, String key) throws IOException {
        buckets.get(bucket).remove(key);
        if (folder != null) {
            Files.deleteIfExists(folder.resolve(bucket).resolve(key));
        }
    }

    /** Keys that start with a prefix and come after another key, in order. */
    List<Map.Entry<String, Stored>> after(String bucket, String prefix, String after) {
        return buckets.get(bucket).tailMap(prefix, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .filter(entry -> Keys.compare(entry.getKey(), after) > 0)
                .toList();
    }
}
