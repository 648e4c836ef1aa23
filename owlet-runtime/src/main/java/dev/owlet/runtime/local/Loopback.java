package dev.owlet.runtime.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What counts as this machine, in the names that browsers use. */
final class Loopback {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:\\[\\]]+)(?::\\d{1,5})?");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]+");

    private static final int MAX_PORT = 65_535;

    private Loopback() {}

    /**
     * Whether a Host header names this machine. A page of another site reaches a server on loopback when its own name is
     * made to resolve to 127.0.0.1 (DNS rebinding); its requests still bear that name.
     */
    static boolean isHost(String header) {
        Matcher matcher = HOST_AND_PORT.matcher(header);
        return matcher.matches() && HOSTS.contains(matcher.group(1).toLowerCase(Locale.ROOT));
    }

    /**
     * A URI that a browser may be sent to: absolute, http or https, on this machine, without user and fragment (RFC
     * 6749, section 3.1.2). Only plain ASCII, so that a browser reads in it what was read here.
     */
    static Optional<URI> uri(String text) {
        if (!PRINTABLE.matcher(text).matches()) {
            return Optional.empty();
        }
        URI uri;
        try {
            uri = new URI(text).parseServerAuthority();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean here = uri.getHost() != null && HOSTS.contains(uri.getHost());
        boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
        return web && here && plain && uri.getPort() <= MAX_PORT ? Optional.of(uri) : Optional.empty();
    }
}
