package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects of {@link S3StandIn} that come in parts. As S3 does, it wants 5 MiB of every part but the last. */
final class StandInMultipart {
    private static final int LEAST = 5 << 20;
    private static final Pattern PART = Pattern.compile(
            "<Part>(?=.*?<ETag>(?:&quot;|\")?([^<&\"]+)(?:&quot;|\")?</ETag>).*?<PartNumber>(\\d+)</PartNumber>.*?</Part>",
            Pattern.DOTALL);

    private final StandInBuckets buckets;
    private final Map<String, SortedMap<Integer, byte[]>> begun = new ConcurrentHashMap<>();

    StandInMultipart(StandInBuckets buckets) {
        this.buckets = buckets;
    }

    static boolean isMeant(Map<String, String> query) {
        return query.containsKey("uploads") || query.containsKey("uploadId");
    }

    synchronized StandInAnswer answer(
            String method,
            String bucket,
            String key,
            Map<String, String> query,
            byte[] body,
            boolean ifAbsent,
            Clock clock)
            throws IOException {
        if (query.containsKey("uploads")) {
            String id = UUID.randomUUID().toString();
            begun.put(id, new TreeMap<>());
            return StandInAnswer.xml(
                    200,
                    "<InitiateMultipartUploadResult><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>");
        }
        String id = query.get("uploadId");
        SortedMap<Integer, byte[]> parts = begun.get(id);
        if (parts == null) {
            return StandInAnswer.error(404, "NoSuchUpload");
        }
        switch (method) {
            case "PUT":
                parts.put(Integer.parseInt(query.get("partNumber")), body);
                return StandInAnswer.empty(200).with("ETag", "\"" + tag(body) + "\"");
            case "GET":
                return StandInAnswer.xml(200, listing(parts));
            case "DELETE":
                begun.remove(id);
                return StandInAnswer.empty(204);
            default:
                return complete(bucket, key, id, parts, new String(body, UTF_8), ifAbsent, clock);
        }
    }

    private StandInAnswer complete(
            String bucket,
            String key,
            String id,
            SortedMap<Integer, byte[]> parts,
            String body,
            boolean ifAbsent,
            Clock clock)
            throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Matcher named = PART.matcher(body);
        int last = 0;
        int size = LEAST;
        while (named.find()) {
            int number = Integer.parseInt(named.group(2));
            byte[] part = parts.get(number);
            if (part == null || !tag(part).equals(named.group(1)) || number <= last) {
                return StandInAnswer.error(400, number <= last ? "InvalidPartOrder" : "InvalidPart");
            }
            if (size < LEAST) {
                return StandInAnswer.error(400, "EntityTooSmall");
            }
            last = number;
            size = part.length;
            whole.write(part);
        }
        if (!buckets.put(bucket, key, new StandInBuckets.Stored(whole.toByteArray(), clock.instant()), ifAbsent)) {
            return StandInAnswer.error(412, "PreconditionFailed");
        }
        begun.remove(id);
        return StandInAnswer.xml(
                200, "<CompleteMultipartUploadResult><Key>x</Key><ETag>x</ETag></CompleteMultipartUploadResult>");
    }

    private static String listing(SortedMap<Integer, byte[]> parts) {
        StringBuilder xml = new StringBuilder("<ListPartsResult><IsTruncated>false</IsTruncated>");
        parts.forEach((number, bytes) -> xml.append("<Part><PartNumber>")
                .append(number)
                .append("</PartNumber><Size>")
                .append(bytes.length)
                .append("</Size><ETag>&quot;")
                .append(tag(bytes))
                .append("&quot;</ETag></Part>"));
        return xml.append("</ListPartsResult>").toString();
    }

    private static String tag(byte[] bytes) {
        return Integer.toHexString(Arrays.hashCode(bytes));
    }
}
