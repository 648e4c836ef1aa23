package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The meaning of a model file: linked, checked, immutable. Emitters may rely on every rule of the language.
 *
 * @param project {@code owl-watch}
 * @param title for people
 * @param budget a month
 * @param signup who may make an account; what an account may do is up to its group
 * @param locale how the web app writes numbers and dates, and in which language it speaks: {@code nl-NL}
 * @param enums in file order
 * @param shapes in file order; a shape stands after the shapes it uses
 * @param concepts all, modules' too, in file order
 */
public record Model(
        String project,
        String title,
        String description,
        Optional<Budget> budget,
        Usage usage,
        Signup signup,
        Optional<String> locale,
        List<EnumType> enums,
        List<Shape> shapes,
        List<Concept> concepts) {
    public Model {
        enums = List.copyOf(enums);
        shapes = List.copyOf(shapes);
        concepts = List.copyOf(concepts);
    }

    /**
     * An amount of money, such as {@code 1 USD}.
     *
     * @param at where it stands
     */
    public record Budget(BigDecimal amount, String currency, Position at) {}

    /**
     * What the cost estimate assumes.
     *
     * @param users who sign in within a month
     * @param callsPerDay calls of the API, files left out
     * @param rowsPerDay rows written
     * @param filesPerDay files, or batches, that rows come in
     * @param storedGb what all tables hold, in GB of 10^9 bytes
     */
    public record Usage(long users, long callsPerDay, long rowsPerDay, long filesPerDay, BigDecimal storedGb) {}

    /** Who may make an account. */
    public enum Signup {
        /** Anybody. */
        OPEN,
        /** Whom an admin invites. */
        INVITE
    }

    /** Name of the generated project class: {@code OwlWatch}. */
    public String className() {
        StringBuilder name = new StringBuilder();
        for (String word : project.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    public Concept concept(String name) {
        return concepts.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no concept " + name));
    }
}
