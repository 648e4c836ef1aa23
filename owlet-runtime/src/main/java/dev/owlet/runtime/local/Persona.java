package dev.owlet.runtime.local;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Somebody whom the local issuer signs in: one for each group, and one who is in none. */
enum Persona {
    READER("reader", "Rosa Reader", "reader"),
    EDITOR("editor", "Edda Editor", "editor"),
    ADMIN("admin", "Adam Admin", "admin"),
    NONE("none", "Nora Newcomer", "");

    private final String id;
    private final String fullName;
    private final String group;

    Persona(String id, String fullName, String group) {
        this.id = id;
        this.fullName = fullName;
        this.group = group;
    }

    static Optional<Persona> of(String id) {
        return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst();
    }

    /** Also the user name: it stands in the history of tables. */
    String id() {
        return id;
    }

    String fullName() {
        return fullName;
    }

    List<String> groups() {
        return group.isEmpty() ? List.of() : List.of(group);
    }

    String email() {
        return id + "@owlet.example"; // a domain that nobody can own (RFC 2606, section 2)
    }

    /** Claim {@code sub}: a UUID as Cognito's, the same after every start. */
    String subject() {
        return UUID.nameUUIDFromBytes(("owlet:" + id).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
