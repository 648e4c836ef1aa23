package dev.owlet.runtime.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the server takes from the environment beyond {@link dev.owlet.runtime.app.Config}.
 *
 * @param host address to listen at when there is a real issuer ({@code OWLET_HOST}); without one, all. The local issuer
 *     listens on loopback whatever this says
 * @param signInUrl where the real issuer's sign-in pages are ({@code OWLET_SIGN_IN_URL}), such as
 *     {@code https://owls.auth.eu-west-1.amazoncognito.com}; without one, the issuer's own address
 * @param logRequests one line a request on standard error ({@code OWLET_LOG=requests})
 * @param ui folder of a built web app to serve instead of the one within ({@code OWLET_UI}), such as {@code ui/dist}
 */
record Options(Optional<String> host, Optional<String> signInUrl, boolean logRequests, Optional<Path> ui) {
    static Options fromEnvironment() {
        return from(System::getenv);
    }

    /** @param variable the value of a variable by its name; a blank one counts as none */
    static Options from(Function<String, @Nullable String> variable) {
        return new Options(
                optional(variable, "OWLET_HOST"),
                optional(variable, "OWLET_SIGN_IN_URL"),
                optional(variable, "OWLET_LOG").filter("requests"::equals).isPresent(),
                optional(variable, "OWLET_UI").map(Path::of));
    }

    private static Optional<String> optional(Function<String, @Nullable String> variable, String name) {
        return Optional.ofNullable(variable.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
