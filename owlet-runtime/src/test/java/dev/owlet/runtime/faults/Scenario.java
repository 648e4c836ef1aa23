package dev.owlet.runtime.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What happens at a {@link Site} before the checker comes. */
interface Scenario {
    /** @return how many processes were killed */
    int run(Site site) throws IOException;

    /** Writers that go on until each has done its work. */
    static Scenario writers(int writers, String work, int count, String... more) {
        return site -> {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                processes.add(site.writer("w" + i, work, count, more));
            }
            for (int i = 0; i < writers; i++) {
                site.join("w" + i, processes.get(i));
            }
            return 0;
        };
    }

    /** With maintenance beside the writers. */
    static Scenario kept(Scenario untended) {
        return site -> {
            Process keeper = site.keeper("keeper");
            int killed = untended.run(site);
            site.end(keeper);
            return killed;
        };
    }

    /** Some faults at the stand-in, each with its share of the requests. */
    static Scenario storm(Scenario calm) {
        return site -> {
            Bucket bucket = site.bucket().orElseThrow();
            String seed = "&seed=" + site.seed();
            bucket.tell("lateness?millis=300");
            bucket.tell("rate?fault=LOSE_ANSWER&action=PUT&rate=0.1" + seed);
            bucket.tell("rate?fault=CONFLICT&action=PUT&rate=0.05" + seed + 1);
            bucket.tell("rate?fault=DROP&rate=0.04" + seed + 2);
            bucket.tell("rate?fault=ERROR&rate=0.04" + seed + 3);
            bucket.tell("rate?fault=SLOW_DOWN&rate=0.01" + seed + 4);
            bucket.tell("rate?fault=LATE&rate=0.01" + seed + 5);
            bucket.tell("rate?fault=TRUNCATE&action=GET&rate=0.02" + seed + 6);
            int killed = calm.run(site);
            bucket.tell("clear");
            return killed;
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
