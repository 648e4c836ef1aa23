package dev.owlet.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;

/** The site's files in its bucket, and CloudFront before them, by the {@code aws} client. */
final class SiteBucket {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As many keys as one request deletes (Amazon S3 API Reference, "DeleteObjects"). */
    private static final int MOST_DELETED = 1_000;

    private final AwsCli aws;
    private final String bucket;
    private final Path work;

    /** @param work a folder for what is handed to the client; deleted after use */
    SiteBucket(AwsCli aws, String bucket, Path work) {
        this.aws = aws;
        this.bucket = bucket;
        this.work = work;
    }

    /** Keys of what is there, each with the MD5 of its content. */
    Map<String, String> list() throws IOException, InterruptedException, MojoFailureException {
        Map<String, String> objects = new TreeMap<>();
        JsonNode answer = aws.json(List.of("s3api", "list-objects-v2", "--bucket", bucket));
        for (JsonNode object : answer.path("Contents")) {
            objects.put(
                    object.path("Key").asText(), object.path("ETag").asText().replace("\"", ""));
        }
        return objects;
    }

    /** Uploads files of one content type and lifetime at once. */
    void upload(Collection<WebFile> files) throws IOException, InterruptedException, MojoFailureException {
        WebFile first = files.iterator().next();
        try {
            for (WebFile file : files) {
                Path copy = work.resolve(file.key());
                Files.createDirectories(copy.getParent());
                Files.copy(file.path(), copy);
            }
            aws.check(List.of(
                    "s3",
                    "cp",
                    work.toString(),
                    "s3://" + bucket + "/",
                    "--recursive",
                    "--only-show-errors",
                    "--content-type",
                    first.contentType(),
                    "--cache-control",
                    first.cacheControl()));
        } finally {
            Folders.delete(work);
        }
    }

    /** The content of an object that is there. */
    String read(String key) throws IOException, InterruptedException, MojoFailureException {
        Path copy = work.resolve("object");
        try {
            Files.createDirectories(work);
            aws.json(List.of("s3api", "get-object", "--bucket", bucket, "--key", key, copy.toString()));
            return Files.readString(copy);
        } finally {
            Folders.delete(work);
        }
    }

    void write(String key, String content) throws IOException, InterruptedException, MojoFailureException {
        Path copy = work.resolve("object");
        try {
            Files.createDirectories(work);
            Files.writeString(copy, content);
            aws.json(List.of(
                    "s3api",
                    "put-object",
                    "--bucket",
                    bucket,
                    "--key",
                    key,
                    "--body",
                    copy.toString(),
                    "--content-type",
                    "application/json"));
        } finally {
            Folders.delete(work);
        }
    }

    void delete(Collection<String> keys) throws IOException, InterruptedException, MojoFailureException {
        List<String> all = new ArrayList<>(keys);
        for (int from = 0; from < all.size(); from += MOST_DELETED) {
            deleteAtOnce(all.subList(from, Math.min(from + MOST_DELETED, all.size())));
        }
    }

    private void deleteAtOnce(List<String> keys) throws IOException, InterruptedException, MojoFailureException {
        ObjectNode request = JSON.createObjectNode().put("Quiet", true);
        ArrayNode objects = request.putArray("Objects");
        keys.forEach(key -> objects.addObject().put("Key", key));
        Path file = work.resolve("delete.json");
        try {
            Files.createDirectories(work);
            Files.writeString(file, request.toString());
            aws.check(List.of("s3api", "delete-objects", "--bucket", bucket, "--delete", "file://" + file));
        } finally {
            Folders.delete(work);
        }
    }

    /** Has CloudFront forget its copies of these. */
    void invalidate(String distribution, Set<String> keys)
            throws IOException, InterruptedException, MojoFailureException {
        List<String> words = new ArrayList<>(
                List.of("cloudfront", "create-invalidation", "--distribution-id", distribution, "--paths"));
        keys.forEach(key -> words.add("/" + key));
        aws.json(words);
    }
}
