package dev.owlet.runtime.http;

import org.jspecify.annotations.Nullable;

/** Finds out who asks. Thread-safe. */
@FunctionalInterface
public interface Authenticator {
    /**
     * @return null when the request carries no valid proof; the answer is then {@link Problems#unauthorized()}, whatever
     *     the reason, so that a guesser learns nothing
     */
    @Nullable
    User authenticate(Request request);
}
