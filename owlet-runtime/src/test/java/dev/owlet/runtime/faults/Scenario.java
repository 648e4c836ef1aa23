package dev.owlet.runtime.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

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
     * Writers that are killed at random moments, each followed at once by another, until so many are dead; the last of
     * each slot ends well.
     */
    static Scenario kills(int slots, int kills) {
        return site -> {
            List<Thread> threads = new ArrayList<>();
            for (int slot = 0; slot < slots; slot++) {
                int share = kills / slots + (slot < kills % slots ? 1 : 0);
                Slot killed = new Slot(site, "s" + slot, share, new Random(site.seed() + slot));
                threads.add(new Thread(killed));
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

    /** One writer after the other under one name. */
    record Slot(Site site, String name, int kills, Random random) implements Runnable {
        private static final int LAST_ROUNDS = 20;
        /** Most die at work, some while they start and look around. */
        private static final int MAX_WORK_MILLIS = 1200;

        private static final int MAX_START_MILLIS = 500;
        private static final int LOOK_MILLIS = 5;

        @Override
        public void run() {
            try {
                for (int generation = 0; generation < kills; generation++) {
                    kill(name + "+" + generation);
                }
                String last = name + "+" + kills;
                site.join(last, site.writer(last, "mix", LAST_ROUNDS));
            } catch (IOException e) {
                site.problem(name + ": " + e);
            }
        }

        private boolean works(String writer) throws IOException {
            Path journal = site.journals().resolve(writer);
            return Files.exists(journal) && Files.size(journal) > 0;
        }

        private void kill(String writer) throws IOException {
            Process process = site.writer(writer, "mix", Integer.MAX_VALUE);
            try {
                boolean early = random.nextInt(5) == 0;
                while (!early && process.isAlive() && !works(writer)) {
                    Thread.sleep(LOOK_MILLIS);
                }
                int life = random.nextInt(early ? MAX_START_MILLIS : MAX_WORK_MILLIS);
                if (process.waitFor(life, TimeUnit.MILLISECONDS)) {
                    site.problem(writer + " ended before it was killed; see " + site.log(writer));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly(); // SIGKILL
            Jvm.join(process);
        }
    }
}
