package dev.owlet.runtime.http;

import java.util.List;

/**
 * A signed-in person or program.
 *
 * @param name user name (claim {@code username}), as kept in the history
 * @param groups claim {@code cognito:groups}: {@code reader}, {@code editor}, {@code admin}
 */
public record User(String name, List<String> groups) {
    public User {
        groups = List.copyOf(groups);
    }
}
