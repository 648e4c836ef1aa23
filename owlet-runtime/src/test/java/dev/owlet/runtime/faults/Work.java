package dev.owlet.runtime.faults;

import java.io.IOException;
import java.util.Random;

/** What a writer does all day. */
interface Work {
    /** The work of a name: {@code nests}, {@code hammer} or {@code mix}. */
    static Work of(String name, String writer, long seed, Sender sender) {
        Random random = new Random(seed ^ 31L * writer.hashCode());
        return switch (name) {
            case "nests" -> new Nests(writer, sender);
            case "hammer" -> new Hammering(writer, sender);
            case "mix" -> new Mixing(writer, sender, random, seed);
            default -> throw new IllegalArgumentException("no work " + name);
        };
    }

    /** @param round counts from 0 */
    void round(int round) throws IOException;
}
