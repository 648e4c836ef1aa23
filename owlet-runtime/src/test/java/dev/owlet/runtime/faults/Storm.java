package dev.owlet.runtime.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/** Faults at a stand-in: some all the time, with which clients should cope, and now and then more than they can. */
final class Storm implements AutoCloseable {
    /** So many in a row that one of several clients runs out of attempts. */
    private static final int MANY = 20;

    private static final int MAX_CALM_MILLIS = 8000;

    private final Bucket bucket;
    private final Random random;
    private final int maxSkew;
    private final Thread outages = new Thread(this::outages);

    Storm(Bucket bucket, long seed, Duration maxSkew) {
        this.bucket = bucket;
        this.maxSkew = (int) maxSkew.toSeconds();
        this.random = new Random(seed);
    }

    void begin() throws IOException {
        bucket.tell("lateness?millis=300");
        rate("LOSE_ANSWER", "PUT", "0.1");
        rate("CONFLICT", "PUT", "0.05");
        rate("DROP", "", "0.04");
        rate("ERROR", "", "0.04");
        rate("SLOW_DOWN", "", "0.01");
        rate("LATE", "", "0.01");
        rate("TRUNCATE", "GET", "0.02");
        outages.start();
    }

    private void rate(String fault, String action, String rate) throws IOException {
        bucket.tell("rate?fault=" + fault + "&action=" + action + "&rate=" + rate + "&seed=" + random.nextInt(1000));
    }

    private void outages() {
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(random.nextInt(MAX_CALM_MILLIS));
                boolean lost = random.nextBoolean();
                bucket.tell("next?times=" + MANY + (lost ? "&fault=LOSE_ANSWER&action=PUT" : "&fault=DROP"));
                bucket.tell("skew?seconds=" + (random.nextInt(2 * maxSkew + 1) - maxSkew));
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt(); // it is over
        }
    }

    @Override
    public void close() throws IOException {
        outages.interrupt();
        try {
            outages.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        bucket.tell("clear");
        bucket.tell("skew?seconds=0");
    }
}
