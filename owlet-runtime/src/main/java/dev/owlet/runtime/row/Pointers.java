package dev.owlet.runtime.row;

/** JSON Pointers (RFC 6901). */
public final class Pointers {
    private Pointers() {}

    /** {@code parent/name}, with {@code ~} and {@code /} escaped. */
    public static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    public static String child(String parent, int index) {
        return parent + "/" + index;
    }
}
