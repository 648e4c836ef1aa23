package dev.owlet.runtime.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeSet;

/** One page of ListObjectsV2, as XML. */
final class StandInListing {
    private final StandInBuckets buckets;
    private final int pageSize;

    StandInListing(StandInBuckets buckets, int pageSize) {
        this.buckets = buckets;
        this.pageSize = pageSize;
    }

    String page(String bucket, Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        String delimiter = query.getOrDefault("delimiter", "");
        String after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
        StringBuilder contents = new StringBuilder();
        TreeSet<String> folders = new TreeSet<>();
        int count = 0;
        String last = after;
        boolean truncated = false;
        for (Map.Entry<String, StandInBuckets.Stored> entry : buckets.after(bucket, prefix, after)) {
            String key = entry.getKey();
            int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            boolean counts = end < 0 || !folders.contains(key.substring(0, end + 1));
            if (counts && count == pageSize) {
                truncated = true;
                break;
            }
            count += counts ? 1 : 0;
            last = key;
            if (end < 0) {
                contents.append(object(key, entry.getValue()));
            } else {
                folders.add(key.substring(0, end + 1));
            }
        }
        StringBuilder xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><EncodingType>url</EncodingType>");
        xml.append("<IsTruncated>").append(truncated).append("</IsTruncated><KeyCount>");
        xml.append(count).append("</KeyCount>").append(contents);
        folders.forEach(folder ->
                xml.append("<CommonPrefixes><Prefix>").append(encoded(folder)).append("</Prefix></CommonPrefixes>"));
        if (truncated) {
            xml.append("<NextContinuationToken>").append(escaped(last)).append("</NextContinuationToken>");
        }
        return xml.append("</ListBucketResult>").toString();
    }

    private static String object(String key, StandInBuckets.Stored object) {
        return "<Contents><Key>" + encoded(key) + "</Key><LastModified>"
                + object.modified().truncatedTo(ChronoUnit.SECONDS) + "</LastModified><Size>" + object.bytes().length
                + "</Size></Contents>";
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
