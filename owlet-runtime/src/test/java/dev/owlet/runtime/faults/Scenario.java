package dev.owlet.runtime.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happens at a {@link Site} before the checker comes. */
interface Scenario {
    /** @return how many processes were killed */
    int run(Site site) throws IOException;

    /** Writers that go on until each has done its work. */
    static Scenario writers(int writers, String work, int count, Writer.Condition... conditions) {
        return site -> {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                processes.add(site.writer("w" + i, work, count, conditions));
            }
            for (int i = 0; i < writers; i++) {
                site.join("w" + i, processes.get(i));
            }
            return 0;
        };
    }

    /**
     * With maintenance beside the writers.
     *
     * @param stormy whether storage fails, so that maintenance need not succeed
     */
    static Scenario kept(boolean stormy, Scenario untended) {
        return site -> {
            Process keeper = site.keeper("keeper", stormy);
            int killed = untended.run(site);
            site.end(keeper);
            return killed;
        };
    }

    /**
     * A stand-in that fails in all its ways, each with its share of the requests, and at times over and over.
     *
     * @param skew how far its clock is off at most; less than maintenance keeps files, where there is any
     */
    static Scenario storm(Duration skew, Scenario calm) {
        return site -> {
            try (Storm storm = new Storm(site.bucket().orElseThrow(), site.seed(), skew)) {
                storm.begin();
                return calm.run(site);
            }
        };
    }

    /**
     * Writers, and one who cares for the tables, that are killed at random moments, each followed at once by another, until
     * so many are dead; the last of each ends well.
     */
    static Scenario kills(int slots, int kills) {
        return site -> {
            List<Thread> threads = new ArrayList<>();
            for (int slot = 0; slot < slots; slot++) {
                int share = kills / slots + (slot < kills % slots ? 1 : 0);
                threads.add(new Thread(new Slot(site, slot, share)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
            return kills;
        };
    }
}
