package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.table.Table;
import java.util.Locale;

/** The start page: which tables there are, and the first request to make. */
final class HomePage {
    private final App app;
    private final String origin;
    private final boolean local;

    /** @param local whether the local issuer is there; without it, row counts are for people who sign in */
    HomePage(App app, String origin, boolean local) {
        this.app = app;
        this.origin = origin;
        this.local = local;
    }

    Response response() {
        String title = Page.escape(app.title());
        String main = "<header>" + Page.LOGO + "<h1>" + title + "</h1></header>\n"
                + "<p>" + (local ? "Runs on this machine. " : "") + "Its API answers at <code>/api</code>, described by"
                + " <a href=\"/api/openapi.json\">OpenAPI</a> and by its <a href=\"/api/model.json\">model</a>.</p>\n"
                + tables() + (local ? firstRequest() : "");
        return Page.of(200, app.title(), main, "'none'");
    }

    private String tables() {
        if (app.tables().all().isEmpty()) {
            return "<p>The data model has no concepts yet.</p>\n";
        }
        StringBuilder html = new StringBuilder("<h2>Tables</h2>\n<table>\n<thead><tr><th scope=\"col\">Concept</th>"
                + "<th scope=\"col\">Path</th>" + (local ? "<th scope=\"col\" class=\"number\">Rows</th>" : "")
                + "</tr></thead>\n<tbody>\n");
        for (Table<?> table : app.tables().all()) {
            html.append("<tr><th scope=\"row\">")
                    .append(Page.escape(table.spec().name()))
                    .append("</th><td><code>/api/")
                    .append(Page.escape(table.spec().path()))
                    .append("</code></td>")
                    .append(local ? "<td class=\"number\">" + rows(table) + "</td>" : "")
                    .append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
        return local
                ? html + "<p class=\"soft\">They lie in <code>"
                        + Page.escape(app.config().root()) + "</code> as Delta tables.</p>\n"
                : html.toString();
    }

    /** A table that cannot be read must not take the page with it. */
    private static String rows(Table<?> table) {
        try {
            return String.format(Locale.ROOT, "%,d", table.view().count());
        } catch (RuntimeException e) {
            return "unreadable";
        }
    }

    private String firstRequest() {
        return "<h2>First request</h2>\n<p>The API wants to know who asks. On this machine a token is free, for"
                + " <code>reader</code>, <code>editor</code>, <code>admin</code> or <code>none</code>:</p>\n<pre>"
                + Page.escape(Curl.token(origin) + "\n" + Curl.request(origin, app)) + "</pre>\n"
                + "<p class=\"soft\">One click selects both lines. A token lasts an hour.</p>\n";
    }
}
