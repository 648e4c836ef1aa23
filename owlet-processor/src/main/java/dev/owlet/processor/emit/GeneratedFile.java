package dev.owlet.processor.emit;

/**
 * One file the compiler made.
 *
 * @param path for {@code JAVA} the path of the source below the source root; for {@code RESOURCE} the path below the
 *     class output, such as {@code META-INF/owlet/openapi.json}
 * @param content ends with a line feed; lines end with {@code \n} everywhere
 */
public record GeneratedFile(Kind kind, String path, String content) {
    public enum Kind {
        JAVA,
        RESOURCE
    }

    /** @param path below {@code META-INF/owlet/}, such as {@code openapi.json} */
    public static GeneratedFile resource(String path, String content) {
        return new GeneratedFile(Kind.RESOURCE, "META-INF/owlet/" + path, content);
    }
}
