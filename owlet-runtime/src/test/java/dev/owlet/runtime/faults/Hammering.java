package dev.owlet.runtime.faults;

import java.io.IOException;
import java.util.Optional;

/** A row of one's own, a row that all writers want to create, and a count that all of them raise. */
record Hammering(String writer, Sender sender) implements Work {
    @Override
    public void round(int round) throws IOException {
        switch (round % 3) {
            case 0 -> insert(round, writer + "-" + round);
            case 1 -> insert(round, "shared-" + round);
            default -> Counting.raise(sender, writer + "." + round);
        }
    }

    private Optional<Answer> insert(int round, String code) throws IOException {
        return sender.send(
                Request.of(writer + "." + round, "Nest", Step.put(Step.Action.INSERT, code, Rows.nest(code, round))));
    }
}
