package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Makes what the others find: the nests that nobody ever deletes, so that references to them are always good; the count; a
 * ring, so that both tables are there; and a property of both that lets maintenance shorten their logs soon.
 */
record Nests(String writer, Sender sender) implements Work {
    static final int STABLE = 8;
    static final int ROUNDS = STABLE + 3;
    static final String COUNT = "count";

    static String stable(int number) {
        return "n" + number;
    }

    static boolean isStable(String code) {
        return code.matches("n\\d+");
    }

    @Override
    public void round(int round) throws IOException {
        if (round < STABLE) {
            insert(round, "Nest", stable(round), Rows.nest(stable(round), 0));
        } else if (round == STABLE) {
            insert(round, "Nest", COUNT, Rows.nest(COUNT, 0));
        } else if (round == STABLE + 1) {
            insert(round, "Ring", "first", Rows.ring("first", stable(0), -1, 1));
        } else {
            Keeper.shorten(sender.store());
        }
    }

    private void insert(int round, String table, String key, JsonNode row) throws IOException {
        sender.send(Request.of(writer + "." + round, table, Step.put(Step.Action.INSERT, key, row)));
    }
}
