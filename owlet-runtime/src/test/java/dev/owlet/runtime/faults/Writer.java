package dev.owlet.runtime.faults;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One of several writers, as a process of its own. Arguments: root, folder of journals, its name, seed, work, how many
 * commits or (for {@code mix} and {@code nests}) rounds, and {@code race} for a store that looks and then puts. A writer that
 * follows a killed one ({@code name+1} after {@code name}) first looks whether what that one was told still holds.
 */
final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
        String root = arguments[0];
        Path journals = Path.of(arguments[1]);
        String name = arguments[2];
        WatchedStore store = open(root, arguments.length > 6);
        new Recheck(store, journals).after(name);
        System.out.println("ready");
        try (Journal journal = new Journal(journals.resolve(name))) {
            Sender sender = new Sender(store, journal);
            Work work = Work.of(arguments[4], name, Long.parseLong(arguments[3]), sender);
            boolean untilCommitted = arguments[4].equals("hammer");
            int count = Integer.parseInt(arguments[5]);
            for (int round = 0; (untilCommitted ? sender.commits() : round) < count; round++) {
                work.round(round);
            }
        }
    }

    private static WatchedStore open(String root, boolean race) {
        ObjectStore store = ObjectStore.open(root);
        return race ? new LookThenPut(store) : new WatchedStore(store);
    }
}
