package dev.owlet.runtime.row;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a row breaks the model; carries every violation, in model order. */
public final class ViolationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public ViolationException(List<Violation> violations) {
        super(violations.stream()
                .map(v -> v.pointer().isEmpty() ? v.message() : v.pointer() + " " + v.message())
                .collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
