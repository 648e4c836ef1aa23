package dev.owlet.maven;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One file of a built web app.
 *
 * @param key where it lies on the site, such as {@code assets/index-abc123.js}
 * @param path on this machine, possibly inside a jar
 */
record WebFile(String key, Path path) {
    static final String START = "index.html";

    /** Terraform writes it, because it names what Terraform made. */
    static final String CONFIG = "config.json";

    private static final String ASSETS = "assets/";

    /** Named here, because machines differ: on Windows the registry decides what a script is. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/vnd.microsoft.icon"),
            Map.entry("woff2", "font/woff2"));

    /** Those that the site serves, by key: not the configuration, the hash of the source, and what tools keep in dot-folders. */
    static Map<String, WebFile> all(Path folder) throws IOException {
        Map<String, WebFile> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String key = key(folder, path);
                if (!List.of(CONFIG, UiSource.STAMP).contains(key) && !key.startsWith(".")) {
                    files.put(key, new WebFile(key, path));
                }
            }
        }
        return files;
    }

    private static String key(Path folder, Path file) {
        FileSystem system = folder.getFileSystem();
        return folder.relativize(file).toString().replace(system.getSeparator(), "/");
    }

    /** Whether its name bears a hash of its content, so that the same name never means something else. */
    static boolean isAsset(String key) {
        return key.startsWith(ASSETS);
    }

    String contentType() {
        String type = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(type, "application/octet-stream");
    }

    String cacheControl() {
        return isAsset(key) ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
