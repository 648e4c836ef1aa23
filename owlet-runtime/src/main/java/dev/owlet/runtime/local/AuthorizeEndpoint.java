package dev.owlet.runtime.local;

import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import java.net.URI;
import java.time.Clock;

/**
 * Asks who signs in and sends the browser back with a code (RFC 6749, section 4.1). It keeps nobody signed in: every
 * request asks again.
 */
final class AuthorizeEndpoint {
    static final String PATH = "/oauth2/authorize";

    /** What is done with a good request. */
    private interface Next {
        Response of(AuthorizationRequest request) throws OAuthException;
    }

    private final String clientId;
    private final SignInPage page;
    private final TokenEndpoint tokens;
    private final Clock clock;

    AuthorizeEndpoint(String clientId, SignInPage page, TokenEndpoint tokens, Clock clock) {
        this.clientId = clientId;
        this.page = page;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The sign-in page. */
    Response ask(Request request) {
        return answer(Form.query(request), page::choose);
    }

    /** The choice made on the sign-in page; the request it belongs to comes along and is checked again. */
    Response choose(Request request) {
        Form form;
        try {
            form = Form.body(request);
        } catch (OAuthException e) {
            return page.refusal(e.description());
        }
        return answer(form, asked -> {
            Persona persona = Persona.of(form.require("persona"))
                    .orElseThrow(() -> OAuthException.invalidRequest("There is no such persona."));
            return asked.redirect().code(tokens.code(asked, Session.of(persona, asked.scope(), clock.instant())));
        });
    }

    /** Errors go back to the client, but for those that leave in doubt who it is: these are shown (section 4.1.2.1). */
    private Response answer(Form form, Next next) {
        Redirect redirect;
        try {
            redirect = redirect(form);
        } catch (OAuthException e) {
            return page.refusal(e.description());
        }
        try {
            return next.of(AuthorizationRequest.of(form, redirect));
        } catch (OAuthException e) {
            return redirect.error(e);
        }
    }

    private Redirect redirect(Form form) throws OAuthException {
        if (!form.require("client_id").equals(clientId)) {
            throw OAuthException.invalidRequest("The client_id must be " + clientId + ", as in /config.json.");
        }
        URI uri = Loopback.uri(form.require("redirect_uri"))
                .orElseThrow(() -> OAuthException.invalidRequest(
                        "The redirect_uri must be an address on localhost or 127.0.0.1, without a fragment."));
        return new Redirect(clientId, uri, form.get("state"));
    }
}
