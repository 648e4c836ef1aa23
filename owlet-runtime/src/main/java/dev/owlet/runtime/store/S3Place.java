package dev.owlet.runtime.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in S3 a store lies.
 *
 * @param bucket its name
 * @param prefix of every key in it: empty, or ends with {@code /}
 */
record S3Place(String bucket, String prefix) {
    private static final String SCHEME = "s3://";

    /** The rules of S3 for names of buckets, as far as a name that breaks them could be taken for something else. */
    private static final Pattern FORM = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    static boolean isOne(String root) {
        return root.startsWith(SCHEME);
    }

    /** @throws IllegalArgumentException when the root is not of the form {@code s3://bucket/prefix} */
    static S3Place parse(String root) {
        Matcher matcher = FORM.matcher(root);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + root + "\" is not s3://bucket or s3://bucket/prefix; the name of a"
                            + " bucket has 3 to 63 lower-case letters, digits, dots and hyphens");
        }
        String prefix = Optional.ofNullable(matcher.group(2)).orElse("").replaceFirst("/$", "");
        return new S3Place(matcher.group(1), prefix.isEmpty() ? "" : Keys.require(prefix) + "/");
    }

    /** The key in the bucket. */
    String name(String key) {
        return Keys.require(prefix + key);
    }

    /** The key in the store of a name in the bucket. */
    String key(String name) {
        return name.substring(prefix.length());
    }

    String show(String key) {
        return SCHEME + bucket + "/" + prefix + key;
    }

    @Override
    public String toString() {
        return SCHEME + bucket + (prefix.isEmpty() ? "" : "/" + prefix.substring(0, prefix.length() - 1));
    }
}
