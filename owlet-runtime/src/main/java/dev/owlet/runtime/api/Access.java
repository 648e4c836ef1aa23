package dev.owlet.runtime.api;

import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.User;
import dev.owlet.runtime.table.Operation;
import dev.owlet.runtime.table.TableSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may do what, by group. */
final class Access {
    private Access() {}

    static boolean allows(TableSpec<?> spec, @Nullable User user, Operation operation) {
        return user != null
                && user.groups().stream()
                        .anyMatch(group ->
                                spec.access().getOrDefault(group, Set.of()).contains(operation));
    }

    /**
     * The user, who may do all of {@code operations}.
     *
     * @throws ProblemException 403 with a sentence that names the groups that may
     */
    static User require(TableSpec<?> spec, Request request, Operation... operations) {
        User user = request.user();
        if (user == null) {
            throw new ProblemException(401, "Sign in first.");
        }
        for (Operation operation : operations) {
            if (!allows(spec, user, operation)) {
                throw new ProblemException(403, sentence(spec, user, operation));
            }
        }
        return user;
    }

    private static String sentence(TableSpec<?> spec, User user, Operation operation) {
        List<String> able = spec.access().entrySet().stream()
                .filter(entry -> entry.getValue().contains(operation))
                .map(Map.Entry::getKey)
                .toList();
        String what = operation.name().toLowerCase(Locale.ROOT) + " rows of " + spec.name();
        String who = user.groups().isEmpty()
                ? "you are signed in as " + user.name() + ", but in no group"
                : "you (" + user.name() + ") are in " + joined(user.groups(), " and ");
        return able.isEmpty()
                ? "Nobody may " + what + "; " + who + "."
                : "To " + what + " takes the group " + joined(able, " or ") + "; " + who
                        + ". Ask an administrator to add you.";
    }

    private static String joined(List<String> groups, String last) {
        return groups.stream().limit(12).collect(Collectors.joining(last));
    }
}
