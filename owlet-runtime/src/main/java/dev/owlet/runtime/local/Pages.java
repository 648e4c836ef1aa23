package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.http.Problems;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.Router;
import dev.owlet.runtime.http.Routes;
import dev.owlet.runtime.store.DirectAccess;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser asks for beside the API and the issuer: the web app, and what tells it where it is. */
final class Pages implements Routes {
    /** Where the local issuer has its routes: no address of the web app, with it or without. */
    private static final Pattern OURS = Pattern.compile("/(oauth2|local|logout)(/.*)?");

    private final App app;
    private final String origin;
    private final Optional<Issuer> issuer;
    private final Options options;
    private final Optional<WebApp> webApp;

    /**
     * @param issuer empty when there is a real one
     * @throws IOException when the folder that the options name holds no web app
     */
    Pages(App app, String origin, Optional<Issuer> issuer, Options options) throws IOException {
        this.app = app;
        this.origin = origin;
        this.issuer = issuer;
        this.options = options;
        List<String> origins = origins();
        webApp = WebFiles.locate(options.ui(), Pages.class.getClassLoader()).map(files -> new WebApp(files, origins));
    }

    @Override
    public void addTo(Router router) {
        issuer.ifPresent(local -> router.open("GET", "/local", request -> new HomePage(app, origin).response()));
        router.open("GET", "/favicon.svg", request -> Page.icon())
                .open("GET", "/config.json", request -> Response.json(200, config()));
    }

    /** What lies at an address that no route has: the web app. */
    Response other(Request request) {
        // By one name only: to the local issuer, 127.0.0.1 and localhost are two origins.
        boolean otherName = !request.header("host").orElse("").startsWith("localhost");
        if (issuer.isPresent() && otherName && request.method().equals("GET")) {
            return Redirect.see(origin + request.path());
        }
        if (webApp.isPresent() && !OURS.matcher(request.path()).matches()) {
            return webApp.get().answer(request);
        }
        return Problems.of(404, "There is nothing at this address.");
    }

    /** Whom the pages ask beyond this server: the issuer, and the bucket that takes files. */
    private List<String> origins() throws IOException {
        List<String> origins = new ArrayList<>();
        app.config().issuer().map(Pages::origin).ifPresent(origins::add);
        signInUrl().map(Pages::origin).ifPresent(origins::add);
        Optional<DirectAccess> bucket = app.tables().objects().direct();
        if (bucket.isPresent()) {
            origins.add(bucket.get().origin());
        }
        return origins.stream().distinct().toList();
    }

    private Optional<String> signInUrl() {
        return app.config().issuer().map(real -> options.signInUrl().orElse(real));
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** Where the web app finds its issuer. */
    private Map<String, Object> config() {
        Map<String, Object> auth = new LinkedHashMap<>();
        issuer.ifPresent(local -> {
            auth.put("authority", local.url());
            auth.put("clientId", local.clientId());
            auth.put("domain", local.origin());
        });
        app.config().issuer().ifPresent(real -> {
            auth.put("authority", real);
            auth.put("clientId", app.config().clientId().orElse(""));
            auth.put("domain", signInUrl().orElse(real));
        });
        auth.put("scope", Issuer.SCOPE);
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("apiUrl", "");
        config.put("environment", issuer.isPresent() ? "local" : "server");
        config.put("auth", auth);
        return config;
    }
}
