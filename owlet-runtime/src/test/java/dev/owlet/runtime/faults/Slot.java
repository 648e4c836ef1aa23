package dev.owlet.runtime.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Processes of one kind one after the other, all but the last killed. The first slot cares for the tables, others write. */
final class Slot implements Runnable {
    private static final int LAST_ROUNDS = 20;

    /** Most die at work, after so many lines at most and a moment more; some while they start and look around. */
    private static final int MAX_LINES = 12;

    private static final int MAX_MOMENT_MILLIS = 100;
    private static final int MAX_START_MILLIS = 500;
    private static final int LOOK_MILLIS = 5;

    private final Site site;
    private final boolean keeps;
    private final String name;
    private final int kills;
    private final Random random;

    Slot(Site site, int number, int kills) {
        this.site = site;
        this.keeps = number == 0;
        this.name = keeps ? "keeper" : "s" + number;
        this.kills = kills;
        this.random = new Random(site.seed() + number);
    }

    @Override
    public void run() {
        try {
            for (int generation = 0; generation < kills; generation++) {
                kill(name + "+" + generation);
            }
            String last = name + "+" + kills;
            if (keeps) {
                site.end(site.keeper(last, false));
            } else {
                site.join(last, site.writer(last, "mix", LAST_ROUNDS));
            }
        } catch (IOException e) {
            site.problem(name + ": " + e);
        }
    }

    private void kill(String victim) throws IOException {
        Process process = keeps ? site.keeper(victim, false) : site.writer(victim, "mix", Integer.MAX_VALUE);
        try {
            boolean early = random.nextInt(5) == 0;
            int lines = 1 + random.nextInt(MAX_LINES);
            int life = random.nextInt(early ? MAX_START_MILLIS : MAX_MOMENT_MILLIS);
            while (!early && process.isAlive() && lines(victim) < lines) {
                Thread.sleep(LOOK_MILLIS);
            }
            if (process.waitFor(life, TimeUnit.MILLISECONDS)) {
                site.problem(victim + " ended before it was killed; see " + site.log(victim));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly(); // SIGKILL
        Jvm.join(process);
    }

    /** What it got done, in lines: of a writer's journal, of a keeper's log. */
    private long lines(String victim) throws IOException {
        Path file = keeps ? site.log(victim) : site.journals().resolve(victim);
        if (!Files.exists(file)) {
            return 0;
        }
        long count = 0;
        for (byte character : Files.readAllBytes(file)) {
            count += character == '\n' ? 1 : 0;
        }
        return count;
    }
}
