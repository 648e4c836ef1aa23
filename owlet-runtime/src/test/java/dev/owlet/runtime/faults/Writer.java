package dev.owlet.runtime.faults;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * One of several writers, as a process of its own. Arguments: root, folder of journals, its name, seed, work, how many
 * commits (of {@code hammer}) or rounds, and its {@link Condition}s. A writer that follows a killed one ({@code name+1} after
 * {@code name+0}) first looks whether what that one was told still holds.
 */
final class Writer {
    /** How far a wrong clock is off, one way or the other by the writer's name. */
    private static final Duration SKEW = Duration.ofHours(9);

    /** What is special about a writer. */
    enum Condition {
        /** Its store looks and then puts. */
        RACE,
        /** Its storage fails more often than it tries again. */
        STORMY,
        /** Its clock is wrong. */
        SKEWED
    }

    private final Set<Condition> conditions;
    private final String name;

    private Writer(String name, Set<Condition> conditions) {
        this.name = name;
        this.conditions = conditions;
    }

    public static void main(String[] arguments) throws IOException {
        Set<Condition> conditions = new HashSet<>();
        for (int i = 6; i < arguments.length; i++) {
            conditions.add(Condition.valueOf(arguments[i]));
        }
        Path journals = Path.of(arguments[1]);
        Writer writer = new Writer(arguments[2], conditions);
        WatchedStore store = writer.watched(ObjectStore.open(arguments[0]));
        new Recheck(store, journals).after(arguments[2]);
        System.out.println("ready");
        try (Journal journal = new Journal(journals.resolve(arguments[2]))) {
            Sender sender = new Sender(store, journal, writer.clock());
            Work work = Work.of(arguments[4], arguments[2], Long.parseLong(arguments[3]), sender);
            boolean untilCommitted = arguments[4].equals("hammer");
            int count = Integer.parseInt(arguments[5]);
            for (int round = 0; (untilCommitted ? sender.commits() : round) < count; round++) {
                writer.round(work, round);
            }
        }
    }

    private WatchedStore watched(ObjectStore store) {
        return conditions.contains(Condition.RACE) ? new LookThenPut(store) : new WatchedStore(store);
    }

    private Clock clock() {
        Duration skew = name.hashCode() % 2 == 0 ? SKEW : SKEW.negated();
        return conditions.contains(Condition.SKEWED) ? Clock.offset(Clock.systemUTC(), skew) : Clock.systemUTC();
    }

    /** In a storm a look may fail too, but never for want of a file. */
    private void round(Work work, int round) throws IOException {
        try {
            work.round(round);
        } catch (UncheckedIOException e) {
            if (!conditions.contains(Condition.STORMY) || e.getCause() instanceof NoSuchFileException) {
                throw e;
            }
        }
    }
}
