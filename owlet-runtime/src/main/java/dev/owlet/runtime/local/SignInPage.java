package dev.owlet.runtime.local;

import dev.owlet.runtime.http.Response;
import java.net.URI;

/** Where one chooses whom to be. */
final class SignInPage {
    private final String title;

    /** @param title of the project */
    SignInPage(String title) {
        this.title = title;
    }

    Response choose(AuthorizationRequest request) {
        StringBuilder main = new StringBuilder("<div class=\"narrow\">\n" + Page.LOGO + "<h1>Sign in to ")
                .append(Page.escape(title))
                .append("</h1>\n<p id=\"how\">This is the local stand-in for sign-in. It asks for no password and is")
                .append(" on this machine only. Choose whom to be.</p>\n")
                .append("<form method=\"post\" action=\"" + AuthorizeEndpoint.PATH + "\" aria-describedby=\"how\">\n");
        request.parameters()
                .forEach((name, value) -> main.append("<input type=\"hidden\" name=\"")
                        .append(name)
                        .append("\" value=\"")
                        .append(Page.escape(value))
                        .append("\">\n"));
        for (Persona persona : Persona.values()) {
            main.append(button(persona));
        }
        main.append("</form>\n<p class=\"soft\">Then back to ")
                .append(Page.escape(origin(request.redirect().uri())))
                .append(".</p>\n</div>\n");
        return Page.of(
                200,
                "Sign in · " + title,
                main.toString(),
                target(request.redirect().uri()));
    }

    /** Shown, not sent back: it is not known that the address to send it to is the client's. */
    Response refusal(String sentence) {
        String main = "<div class=\"narrow\">\n" + Page.LOGO + "<h1>This sign-in request cannot be followed</h1>\n<p>"
                + Page.escape(sentence) + "</p>\n<p><a href=\"/\">Go to the start page</a></p>\n</div>\n";
        return Page.of(400, "Sign in · " + title, main, "'none'");
    }

    private static String button(Persona persona) {
        String group = persona.groups().isEmpty()
                ? "in no group"
                : "group " + persona.groups().get(0);
        return "<button name=\"persona\" value=\"" + persona.id() + "\"><span>" + persona.fullName() + "</span> <small>"
                + group + "</small></button>\n";
    }

    /** Browsers hold the redirect after a form to the policy as well; the policy's grammar knows no IPv6 address. */
    private static String target(URI uri) {
        return "'self' " + (uri.getHost().startsWith("[") ? uri.getScheme() + ":" : origin(uri));
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
