package dev.owlet.runtime.faults;

import java.io.IOException;

/** Makes the nests that nobody ever deletes, so that references to them are always good; and the count. */
record Nests(String writer, Sender sender) implements Work {
    static final int STABLE = 8;
    static final String COUNT = "count";

    static String stable(int number) {
        return "n" + number;
    }

    static boolean isStable(String code) {
        return code.matches("n\\d+");
    }

    @Override
    public void round(int round) throws IOException {
        String code = round == STABLE ? COUNT : stable(round);
        sender.send(Request.of(writer + "." + round, "Nest", Step.put(Step.Action.INSERT, code, Rows.nest(code, 0))));
    }
}
