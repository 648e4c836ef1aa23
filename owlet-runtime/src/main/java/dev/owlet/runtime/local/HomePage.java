package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.table.Table;
import java.util.Locale;

/** What is on this machine: which tables there are, where they lie, and the first request to make. */
final class HomePage {
    private final App app;
    private final String origin;

    HomePage(App app, String origin) {
        this.app = app;
        this.origin = origin;
    }

    Response response() {
        String title = Page.escape(app.title());
        String main = "<header>" + Page.LOGO + "<h1>" + title + "</h1></header>\n"
                + "<p>Runs on this machine, with the <a href=\"/\">web app</a>. Its API answers at <code>/api</code>, described by"
                + " <a href=\"/api/openapi.json\">OpenAPI</a> and by its <a href=\"/api/model.json\">model</a>.</p>\n"
                + tables() + firstRequest();
        return Page.of(200, app.title(), main, "'none'");
    }

    private String tables() {
        if (app.tables().all().isEmpty()) {
            return "<p>The data model has no concepts yet.</p>\n";
        }
        StringBuilder html = new StringBuilder("<h2>Tables</h2>\n<table>\n<thead><tr><th scope=\"col\">Concept</th>"
                + "<th scope=\"col\">Path</th><th scope=\"col\" class=\"number\">Rows</th></tr></thead>\n<tbody>\n");
        for (Table<?> table : app.tables().all()) {
            html.append("<tr><th scope=\"row\">")
                    .append(Page.escape(table.spec().name()))
                    .append("</th><td><code>/api/")
                    .append(Page.escape(table.spec().path()))
                    .append("</code></td><td class=\"number\">")
                    .append(rows(table))
                    .append("</td></tr>\n");
        }
        html.append("</tbody>\n</table>\n");
        return html + "<p class=\"soft\">They lie in <code>"
                + Page.escape(app.config().root()) + "</code> as Delta tables.</p>\n";
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
