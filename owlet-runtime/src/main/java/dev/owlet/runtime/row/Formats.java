package dev.owlet.runtime.row;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Formats of text that the model knows by name. */
final class Formats {
    /** WHATWG HTML, section "Email state": a deliberate subset of RFC 5322; one label at most 63 characters. */
    private static final Pattern EMAIL = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
            + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    private static final int MAX_EMAIL = 254;
    private static final int MAX_URL = 2083;

    private Formats() {}

    static boolean isEmail(String value) {
        return value.length() <= MAX_EMAIL && EMAIL.matcher(value).matches();
    }

    static boolean isUrl(String value) {
        if (value.length() > MAX_URL || !(value.startsWith("http://") || value.startsWith("https://"))) {
            return false;
        }
        try {
            return new URI(value).getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
