package dev.owlet.runtime.faults;

import java.io.IOException;
import java.util.Optional;

/** Raises the count that all share, with If-Match as a careful client does it. */
final class Counting {
    private static final int TRIES = 20;

    private Counting() {}

    /** Gives up after some tries: others count too. */
    static void raise(Sender sender, String id) throws IOException {
        boolean raised = false;
        for (int attempt = 0; attempt < TRIES && !raised; attempt++) {
            Found seen = sender.find("Nest", Nests.COUNT).orElseThrow();
            long next = seen.row().path("number").asLong() + 1;
            Step step = Step.replace(Nests.COUNT, Rows.nest(Nests.COUNT, next), seen.etag());
            Optional<Answer> answer = sender.send(Request.of(id + "." + attempt, "Nest", step));
            raised = answer.isEmpty() || answer.get().isCommitted();
        }
    }
}
