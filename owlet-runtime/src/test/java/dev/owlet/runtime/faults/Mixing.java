package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** All that may happen to two tables, at random: much of it to rows that the other writers want too. */
final class Mixing implements Work {
    private static final int SHARED = 60;
    private static final int PLACES = 150;

    private final String writer;
    private final Sender sender;
    private final Random random;
    private final long seed;
    private int event;

    Mixing(String writer, Sender sender, Random random, long seed) {
        this.writer = writer;
        this.sender = sender;
        this.random = random;
        this.seed = seed;
    }

    @Override
    public void round(int round) throws IOException {
        String id = writer + "." + round;
        int chance = random.nextInt(100);
        if (chance < 15) {
            ownNest(id, round);
        } else if (chance < 20) {
            nest(id, Step.delete(writer + "-" + random.nextInt(round + 1), Optional.empty()));
        } else if (chance < 28) {
            String code = contested();
            nest(id, Step.put(Step.Action.UPSERT, code, Rows.nest(code, round)));
        } else if (chance < 36) {
            nest(id, Step.delete(contested(), Optional.empty()));
        } else if (chance < 48) {
            ownRing(id, round);
        } else if (chance < 60) {
            String key = "r" + random.nextInt(SHARED);
            ring(id, Step.put(Step.Action.UPSERT, key, ring(key, nest())));
        } else if (chance < 78) {
            changed(id, "r" + random.nextInt(SHARED));
        } else if (chance < 86) {
            Counting.raise(sender, id);
        } else if (chance < 96) {
            event();
        } else {
            many(id);
        }
    }

    private Optional<Answer> nest(String id, Step step) throws IOException {
        return sender.send(Request.of(id, "Nest", step));
    }

    private Optional<Answer> ring(String id, Step step) throws IOException {
        return sender.send(Request.of(id, "Ring", step));
    }

    /** Nests that come and go. */
    private String contested() {
        return "v" + random.nextInt(SHARED);
    }

    private String nest() {
        return random.nextBoolean() ? contested() : Nests.stable(random.nextInt(Nests.STABLE));
    }

    private ObjectNode ring(String key, String nest) {
        return Rows.ring(key, nest, random.nextInt(PLACES), random.nextInt(10_000));
    }

    private void ownNest(String id, int round) throws IOException {
        String code = writer + "-" + round;
        Optional<Answer> answer = nest(id, Step.put(Step.Action.INSERT, code, Rows.nest(code, round)));
        requireSeen(answer, "Nest", code);
    }

    private void ownRing(String id, int round) throws IOException {
        String key = writer + "-r" + round;
        requireSeen(ring(id, Step.put(Step.Action.INSERT, key, ring(key, nest()))), "Ring", key);
    }

    /** One's own rows, which nobody else touches, are there as soon as they are acknowledged. */
    private void requireSeen(Optional<Answer> answer, String table, String key) throws IOException {
        boolean created = answer.isPresent() && answer.get().isCommitted();
        if (created && random.nextInt(4) == 0 && sender.find(table, key).isEmpty()) {
            throw new IllegalStateException(answer.get() + " is not to be found: " + table + " " + key);
        }
    }

    private void changed(String id, String key) throws IOException {
        Optional<Found> found = sender.find("Ring", key);
        if (found.isEmpty()) {
            ring(id, Step.delete(key, Optional.empty()));
            return;
        }
        String tag = random.nextInt(5) == 0 ? "\"1-0\"" : found.get().etag();
        ObjectNode next = ((ObjectNode) found.get().row()).put("weight", random.nextInt(1000) + ".5");
        if (random.nextInt(4) == 0) {
            next = ring(key, nest());
        }
        ring(id, random.nextInt(3) == 0 ? Step.delete(key, Optional.of(tag)) : Step.replace(key, next, tag));
    }

    /** Something that all writers are told of, some of them twice, and that must be done once. */
    private void event() throws IOException {
        Request request = event(seed, event++);
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            sender.send(request);
        }
    }

    static Request event(long seed, int number) {
        Random own = new Random(seed * 1_000_003 + number);
        List<Step> steps = new ArrayList<>();
        for (int i = own.nextInt(9); i >= 0; i--) {
            String shared = "r" + own.nextInt(SHARED);
            String key = own.nextBoolean() ? "e" + number + "-" + i : shared;
            String nest = Nests.stable(own.nextInt(Nests.STABLE));
            ObjectNode row = Rows.ring(key, nest, own.nextInt(PLACES), own.nextInt(10_000));
            steps.add(
                    own.nextInt(6) == 0
                            ? Step.delete(shared, Optional.empty())
                            : Step.put(own.nextBoolean() ? Step.Action.INSERT : Step.Action.UPSERT, key, row));
        }
        return new Request("event." + number, "Ring", true, steps);
    }

    private void many(String id) throws IOException {
        String nest = Nests.stable(random.nextInt(Nests.STABLE));
        List<Step> steps = IntStream.range(0, 20 + random.nextInt(30))
                .mapToObj(i -> id + "-" + i)
                .map(key -> Step.put(
                        Step.Action.INSERT,
                        key,
                        Rows.ring(key, nest, PLACES + random.nextInt(100_000), random.nextInt(10_000))))
                .toList();
        sender.send(new Request(id, "Ring", false, steps));
    }
}
