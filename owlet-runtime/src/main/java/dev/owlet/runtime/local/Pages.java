package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.Router;
import dev.owlet.runtime.http.Routes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a browser asks for beside the API and the issuer. */
final class Pages implements Routes {
    private final App app;
    private final String origin;
    private final Optional<Issuer> issuer;
    private final Options options;
    private final HomePage home;

    /** @param issuer empty when there is a real one */
    Pages(App app, String origin, Optional<Issuer> issuer, Options options) {
        this.app = app;
        this.origin = origin;
        this.issuer = issuer;
        this.options = options;
        home = new HomePage(app, origin, issuer.isPresent());
    }

    @Override
    public void addTo(Router router) {
        router.open("GET", "/", this::home)
                .open("GET", "/favicon.svg", request -> Page.icon())
                .open("GET", "/config.json", request -> Response.json(200, config()));
    }

    /** By one name only: to the local issuer, {@code 127.0.0.1} and {@code localhost} are two origins. */
    private Response home(Request request) {
        boolean otherName = !request.header("host").orElse("").startsWith("localhost");
        return issuer.isPresent() && otherName ? Redirect.see(origin + "/") : home.response();
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
            auth.put("domain", options.signInUrl().orElse(real));
        });
        auth.put("scope", Issuer.SCOPE);
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("apiUrl", "");
        config.put("environment", issuer.isPresent() ? "local" : "server");
        config.put("auth", auth);
        return config;
    }
}
