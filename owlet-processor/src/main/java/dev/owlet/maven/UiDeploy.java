package dev.owlet.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Brings a built web app to its site so that whoever loads it at that moment gets the old one or the new one, whole: assets
 * first, then what may change under its name, the page itself last. The assets of the deploy before stay, for pages that
 * are open.
 */
final class UiDeploy {
    /** Which assets the last two deploys have. CloudFront passes no path on that leads to it. */
    static final String RECORD = ".owlet/assets.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SiteBucket site;
    private final String distribution;
    private final Consumer<String> says;

    UiDeploy(SiteBucket site, String distribution, Consumer<String> says) {
        this.site = site;
        this.distribution = distribution;
        this.says = says;
    }

    /** @param files by key */
    void run(Map<String, WebFile> files) throws IOException, InterruptedException, MojoFailureException {
        if (!files.containsKey(WebFile.START)) {
            throw new MojoFailureException("The web app has no " + WebFile.START + ".");
        }
        Map<String, String> there = site.list();
        List<WebFile> changed = changed(files, there);
        uploadAll(changed.stream().filter(file -> WebFile.isAsset(file.key())).toList());
        Set<String> previous = record(assets(files.keySet()), there);
        uploadAll(changed.stream()
                .filter(file -> !WebFile.isAsset(file.key()) && !file.key().equals(WebFile.START))
                .toList());
        uploadAll(changed.stream()
                .filter(file -> file.key().equals(WebFile.START))
                .toList());

        Set<String> stale = new TreeSet<>(there.keySet());
        stale.removeAll(files.keySet());
        stale.removeAll(previous);
        stale.removeAll(Set.of(WebFile.CONFIG, RECORD));
        site.delete(stale);
        says.accept(
                changed.size() + " of " + files.size() + " files uploaded, " + stale.size() + " stale ones removed");
        invalidate(changed, stale, there.keySet());
    }

    /** What is not there as it is here. */
    private static List<WebFile> changed(Map<String, WebFile> files, Map<String, String> there) throws IOException {
        List<WebFile> changed = new ArrayList<>();
        for (WebFile file : files.values()) {
            if (!Fingerprint.md5(Files.readAllBytes(file.path())).equals(there.get(file.key()))) {
                changed.add(file);
            }
        }
        return changed;
    }

    private void uploadAll(Collection<WebFile> files) throws IOException, InterruptedException, MojoFailureException {
        Map<String, List<WebFile>> alike = new TreeMap<>();
        for (WebFile file : files) {
            alike.computeIfAbsent(file.contentType(), type -> new ArrayList<>()).add(file);
        }
        for (Map.Entry<String, List<WebFile>> group : alike.entrySet()) {
            List<WebFile> some = group.getValue();
            says.accept("uploading "
                    + (some.size() == 1 ? some.get(0).key() : some.size() + " files of type " + group.getKey()));
            site.upload(some);
        }
    }

    private static Set<String> assets(Collection<String> keys) {
        Set<String> assets = new TreeSet<>(keys);
        assets.removeIf(key -> !WebFile.isAsset(key));
        return assets;
    }

    /** Writes down the assets of this deploy. @return those of the one before; deploying the same again changes nothing */
    private Set<String> record(Set<String> assets, Map<String, String> there)
            throws IOException, InterruptedException, MojoFailureException {
        JsonNode last = there.containsKey(RECORD) ? JSON.readTree(site.read(RECORD)) : JSON.createObjectNode();
        Set<String> current = texts(last.path("current"));
        if (current.equals(assets)) {
            return texts(last.path("previous"));
        }
        ObjectNode next = JSON.createObjectNode();
        next.set("current", JSON.valueToTree(assets));
        next.set("previous", JSON.valueToTree(current));
        site.write(RECORD, next.toString());
        return current;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Of what lay there under its name and is another now. What is new was never copied, and assets never change. */
    private void invalidate(List<WebFile> changed, Set<String> stale, Set<String> there)
            throws IOException, InterruptedException, MojoFailureException {
        Set<String> keys = new TreeSet<>(stale);
        changed.forEach(file -> keys.add(file.key()));
        keys.retainAll(there);
        keys.removeIf(WebFile::isAsset);
        if (!keys.isEmpty()) {
            site.invalidate(distribution, keys);
            says.accept("CloudFront fetches anew: " + String.join(", ", keys));
        }
    }
}
