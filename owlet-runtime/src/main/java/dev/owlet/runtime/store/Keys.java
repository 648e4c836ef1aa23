package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Which keys are safe to become paths, on every operating system, and their order. */
final class Keys {
    /** Bytes; S3's own bound. */
    private static final int MAX_LENGTH = 1024;

    private static final String FORBIDDEN = "\\:*?\"<>|";

    private Keys() {}

    /**
     * Refuses a key that could lead out of the root or that some file system takes otherwise: empty, longer than S3
     * takes, absolute, with an empty part, {@code .} or {@code ..}, control characters, or characters that Windows keeps
     * for itself.
     *
     * @throws IllegalArgumentException naming the key and what is wrong
     */
    static String require(String key) {
        if (key.isEmpty() || key.length() > MAX_LENGTH || key.getBytes(UTF_8).length > MAX_LENGTH) {
            throw refused(key, "must have 1 to " + MAX_LENGTH + " bytes");
        }
        for (String part : key.split("/", -1)) {
            requirePart(key, part);
        }
        return key;
    }

    private static void requirePart(String key, String part) {
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
            throw refused(key, "must not have an empty part, \".\" or \"..\"");
        }
        if (part.endsWith(".") || part.endsWith(" ")) {
            throw refused(key, "must not have a part that ends with a dot or a space");
        }
        if (part.chars().anyMatch(c -> Character.isISOControl(c) || FORBIDDEN.indexOf(c) >= 0)) {
            throw refused(key, "must not have control characters or any of " + FORBIDDEN);
        }
    }

    private static IllegalArgumentException refused(String key, String why) {
        String shown = key.replaceAll("\\p{Cntrl}", "\uFFFD");
        return new IllegalArgumentException("key \"" + shown.substring(0, Math.min(80, shown.length())) + "\" " + why);
    }

    /** The folder a key lies in, with its slash; empty at the root. */
    static String folder(String key) {
        return key.substring(0, key.lastIndexOf('/') + 1);
    }

    /**
     * By code points, which is the order of UTF-8 bytes and so of listings in S3. {@link String#compareTo} differs: to
     * it, characters beyond the first 65,536 come before some within.
     */
    static int compare(String a, String b) {
        int end = Math.min(a.length(), b.length());
        for (int i = 0; i < end; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean bothBelow = !Character.isSurrogate(x) && !Character.isSurrogate(y);
                boolean bothBeyond = Character.isSurrogate(x) && Character.isSurrogate(y);
                return bothBelow || bothBeyond ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
