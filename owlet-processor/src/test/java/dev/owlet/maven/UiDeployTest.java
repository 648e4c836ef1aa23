package dev.owlet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is uploaded, kept and removed, in which order; the {@code aws} client is made up and its bucket a folder. */
class UiDeployTest {
    @TempDir
    Path temp;

    private Path built;
    private Path bucket;
    private FakeTool fake;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void site() throws IOException {
        built = temp.resolve("dist");
        bucket = Files.createDirectories(temp.resolve("bucket"));
        write("index.html", "<script src=assets/a-1.js>");
        write("assets/a-1.js", "1");
        write("assets/a-1.css", "1");
        write("favicon.svg", "<svg/>");
        write("config.json", "of somebody's machine");
        write(".vite/manifest.json", "{}");
        UiSource.stamp(built, "abc");
        String to = "'" + bucket + "'";
        // arguments: s3 cp FOLDER s3://… ; s3api get-object --bucket B --key K FILE ; s3api put-object … --body FILE ;
        // s3api delete-objects … --delete file://F
        fake = new FakeTool(temp.resolve("bin"), "aws")
                .run("s3 cp*", "cp -r \"$3/.\" " + to + "; exit 0")
                .run("s3api get-object*", "cp " + to + "/\"$6\" \"$7\"; echo '{}'; exit 0")
                .run("s3api put-object*", "mkdir -p " + to + "/.owlet; cp \"$8\" " + to + "/\"$6\"; echo '{}'; exit 0")
                .run("s3api delete-objects*", "cp \"${6#file://}\" \"$0.deleted\"; exit 0")
                .run("s3api list-objects-v2*", "cat \"$0.list\"; exit 0")
                .on("cloudfront*", 0, "{}", "");
    }

    private void write(String key, String content) throws IOException {
        Path file = built.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void deploy(String... alsoThere) throws Exception {
        StringBuilder list = new StringBuilder();
        Map<String, WebFile> there = new TreeMap<>(WebFile.all(bucket));
        Path record = bucket.resolve(UiDeploy.RECORD);
        if (Files.exists(record)) {
            there.put(UiDeploy.RECORD, new WebFile(UiDeploy.RECORD, record));
        }
        for (Map.Entry<String, WebFile> file : there.entrySet()) {
            String md5 = Fingerprint.md5(Files.readAllBytes(file.getValue().path()));
            list.append(",{\"Key\":\"" + file.getKey() + "\",\"ETag\":\"\\\"" + md5 + "\\\"\"}");
        }
        for (String key : alsoThere) {
            list.append(",{\"Key\":\"" + key + "\",\"ETag\":\"\\\"0\\\"\"}");
        }
        Path answer = fake.program().resolveSibling("aws.list");
        Files.writeString(
                answer, list.isEmpty() ? "" : "{\"Contents\":[" + list.substring(1) + "]}"); // as the client does
        Files.deleteIfExists(fake.program().resolveSibling("aws.calls"));
        Files.deleteIfExists(fake.program().resolveSibling("aws.deleted"));
        said.clear();
        AwsCli aws = new AwsCli(fake.program(), temp, Optional.empty(), Optional.empty());
        new UiDeploy(new SiteBucket(aws, "b", temp.resolve("work 'x'")), "D1", said::add).run(WebFile.all(built));
    }

    private List<String> calls() throws IOException {
        return fake.calls().stream()
                .map(call -> call.get(0) + " " + call.get(1))
                .toList();
    }

    private String deleted() throws IOException {
        Path deleted = fake.program().resolveSibling("aws.deleted");
        return Files.exists(deleted) ? Files.readString(deleted) : "";
    }

    private static String after(List<String> call, String word) {
        return call.get(call.indexOf(word) + 1);
    }

    @Test
    void assetsGoFirstAndThePageLast() throws Exception {
        deploy("config.json");
        assertThat(said)
                .containsExactly(
                        "uploading assets/a-1.css",
                        "uploading assets/a-1.js",
                        "uploading favicon.svg",
                        "uploading index.html",
                        "4 of 4 files uploaded, 0 stale ones removed");
        Map<String, String> lifetimes = new TreeMap<>();
        for (List<String> call : fake.calls()) {
            if (call.get(1).equals("cp")) {
                lifetimes.put(after(call, "--content-type"), after(call, "--cache-control"));
            }
        }
        assertThat(lifetimes)
                .containsOnly(
                        Map.entry("text/css; charset=utf-8", "public, max-age=31536000, immutable"),
                        Map.entry("text/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
                        Map.entry("image/svg+xml", "no-cache"),
                        Map.entry("text/html; charset=utf-8", "no-cache"));
        assertThat(bucket.resolve("config.json")).doesNotExist();
        assertThat(bucket.resolve("source.sha256")).doesNotExist();
        assertThat(temp.resolve("work 'x'")).doesNotExist();
    }

    @Test
    void whatIsThereIsLeftAlone() throws Exception {
        deploy();
        deploy("config.json");
        assertThat(calls()).containsExactly("s3api list-objects-v2", "s3api get-object");
        assertThat(said).containsExactly("0 of 4 files uploaded, 0 stale ones removed");
    }

    @Test
    void assetsOfTheDeployBeforeStay() throws Exception {
        deploy();
        Files.delete(built.resolve("assets/a-1.js"));
        write("assets/a-2.js", "2");
        write("index.html", "<script src=assets/a-2.js>");
        deploy("config.json", "old.txt", "assets/of-nobody.js");
        assertThat(deleted()).contains("old.txt", "assets/of-nobody.js").doesNotContain("a-1", "config.json", "index");
        List<String> invalidation = fake.calls().get(fake.calls().size() - 1);
        assertThat(after(invalidation, "--distribution-id")).isEqualTo("D1");
        assertThat(invalidation.subList(invalidation.indexOf("--paths"), invalidation.indexOf("--output")))
                .containsExactly("--paths", "/index.html", "/old.txt");

        deploy(); // the same again: pages of the deploy before may still be open
        assertThat(calls()).doesNotContain("s3api delete-objects");

        write("index.html", "<script src=assets/a-2.js> again");
        write("assets/b-3.js", "3");
        deploy();
        assertThat(deleted()).contains("assets/a-1.js").doesNotContain("a-2.js");
    }

    @Test
    void failuresAreSentencesAndLeaveThePage() throws Exception {
        FakeTool broken = new FakeTool(temp.resolve("broken"), "aws")
                .on("s3api list*", 0, "", "")
                .on("s3 cp*", 1, "", "AccessDenied");
        AwsCli aws = new AwsCli(broken.program(), temp, Optional.empty(), Optional.empty());
        UiDeploy deploy = new UiDeploy(new SiteBucket(aws, "b", temp.resolve("w")), "D1", said::add);
        assertThatThrownBy(() -> deploy.run(WebFile.all(built))).hasMessage("aws s3 cp failed: AccessDenied");
        assertThat(broken.calls()).hasSize(2);
        assertThat(temp.resolve("w")).doesNotExist();
        Files.delete(built.resolve("index.html"));
        assertThatThrownBy(() -> deploy.run(WebFile.all(built))).hasMessageContaining("no index.html");
    }

    @Test
    void deploysWhatWasBuiltOfTheSourceAndNothingElse() throws Exception {
        Path ui = Files.createDirectories(temp.resolve("ui"));
        UiBundle own = new UiBundle(built, null);
        assertThat(UiDeployMojo.source(ui, Optional.of(own))).isEqualTo(built); // no ui/ of its own
        Files.writeString(ui.resolve("package.json"), "{}");
        assertThatThrownBy(() -> UiDeployMojo.source(ui, Optional.of(own)))
                .hasMessage("ui/ was changed, and not built yet. Run mvn owlet:ui-build first.");
        UiSource.stamp(built, UiSource.hash(ui));
        assertThat(UiDeployMojo.source(ui, Optional.of(own))).isEqualTo(built); // as scaffolded
        Path dist = Files.createDirectories(ui.resolve("dist"));
        assertThatThrownBy(() -> UiDeployMojo.source(ui, Optional.of(own)))
                .hasMessageContaining("ui/ was changed since ui/dist was built");
        UiSource.stamp(dist, UiSource.hash(ui));
        assertThat(UiDeployMojo.source(ui, Optional.of(own))).isEqualTo(dist);
        assertThatThrownBy(() -> UiDeployMojo.source(temp.resolve("none"), Optional.empty()))
                .hasMessageContaining("There is no web app");
    }

    @Test
    void findsTheBundleInAJarOrAFolder() throws Exception {
        Path jar = temp.resolve("a.jar");
        Path folder = Files.createDirectories(temp.resolve("classes"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/owlet/ui/index.html"));
            zip.write("<html>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("META-INF/owlet/ui/assets/a.js"));
        }
        List<String> classPath = List.of(temp.resolve("gone.jar").toString(), folder.toString(), jar.toString());
        try (UiBundle bundle = UiBundle.find(classPath).orElseThrow()) {
            assertThat(WebFile.all(bundle.folder())).containsOnlyKeys("assets/a.js", "index.html");
        }
        assertThat(UiBundle.find(classPath.subList(0, 2))).isEmpty();
    }
}
