package dev.owlet.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAppTest {
    @TempDir
    Path folder;

    private WebApp app;

    @BeforeEach
    void build() throws IOException {
        write(folder, "index.html", "<!doctype html><title>Owls</title>");
        write(folder, "icon.svg", "<svg/>");
        write(folder, "assets/app-1.js", "go();".repeat(100));
        Files.writeString(folder.resolve(".secret"), "s");
        app = new WebApp(
                WebFiles.locate(Optional.of(folder), getClass().getClassLoader())
                        .orElseThrow(),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sites",
                "/field/visits",
                "/ringers/row/ann@owls.example",
                "/a/b.html/../c",
                "/x%2Fy",
                "/.secret"
            })
    void drawsThePageAtEveryAddressThatNamesNoFile(String path) {
        Response page = get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(text(page)).contains("<title>Owls</title>");
        assertThat(page.headers())
                .containsEntry("cache-control", "no-cache")
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("cross-origin-opener-policy", "same-origin");
        assertThat(page.headers().get("content-security-policy"))
                .startsWith("default-src 'none'; script-src 'self'; ")
                .contains("connect-src 'self';", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
    }

    @Test
    void keepsAssetsForEver() {
        Response asset = get("/assets/app-1.js");

        assertThat(asset.headers())
                .containsEntry("content-type", "text/javascript; charset=utf-8")
                .containsEntry("cache-control", "public, max-age=31536000, immutable");
        assertThat(get("/icon.svg").headers())
                .containsEntry("content-type", "image/svg+xml")
                .containsEntry("cache-control", "no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/none.js",
                "/assets/../index.html",
                "/assets/..%2findex.html",
                "/assets/.secret",
                "/none.txt",
                "/assets/",
                "/assets//app-1.js"
            })
    void hasNothingElse(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @Test
    void compressesForThoseWhoRead() throws IOException {
        Response packed = get("/assets/app-1.js", Map.of("accept-encoding", "gzip, br"));

        assertThat(packed.headers()).containsEntry("content-encoding", "gzip");
        byte[] read = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertThat(read).isEqualTo(get("/assets/app-1.js").body());
    }

    @Test
    void sendsNothingAgainThatIsKnown() {
        String tag = get("/").headers().getOrDefault("etag", "");

        assertThat(get("/", Map.of("if-none-match", tag)).status()).isEqualTo(304);
        assertThat(get("/", Map.of("if-none-match", "\"other\"")).status()).isEqualTo(200);
    }

    @Test
    void isReadOnly() {
        Response refused = app.answer(new Request("POST", "/", Map.of(), Map.of(), new byte[0], Map.of(), null));

        assertThat(refused.status()).isEqualTo(405);
    }

    @Test
    void namesTheIssuerToThePolicy() throws IOException {
        WebFiles files = WebFiles.locate(Optional.of(folder), getClass().getClassLoader())
                .orElseThrow();
        WebApp real = new WebApp(files, List.of("https://owls.auth.example"));

        assertThat(real.answer(request("/", Map.of())).headers().get("content-security-policy"))
                .contains("connect-src 'self' https://owls.auth.example;");
    }

    @Test
    void prefersTheProjectsOwnBundle() throws IOException {
        write(folder, "META-INF/owlet/ui/index.html", "Owlet's");
        assertThat(located()).isEqualTo("Owlet's");
        write(folder, "META-INF/owlet/own-ui/index.html", "the project's");
        assertThat(located()).isEqualTo("the project's");
    }

    @Test
    void refusesAFolderWithoutPage() {
        assertThatThrownBy(() -> WebFiles.locate(
                        Optional.of(folder.resolve("assets")), getClass().getClassLoader()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no index.html in it");
    }

    private String located() throws IOException {
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            WebFile page = WebFiles.locate(Optional.empty(), classes)
                    .orElseThrow()
                    .find("index.html")
                    .orElseThrow();
            return new String(page.bytes(), StandardCharsets.UTF_8);
        }
    }

    private Response get(String path) {
        return get(path, Map.of());
    }

    private Response get(String path, Map<String, String> headers) {
        return app.answer(request(path, headers));
    }

    private static Request request(String path, Map<String, String> headers) {
        return new Request("GET", path, Map.of(), headers, new byte[0], Map.of(), null);
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
