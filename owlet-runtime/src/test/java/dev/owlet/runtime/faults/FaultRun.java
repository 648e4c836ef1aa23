package dev.owlet.runtime.faults;

import dev.owlet.runtime.faults.Writer.Condition;
import dev.owlet.runtime.ingest.UploadFaults;
import dev.owlet.runtime.local.HostileUploads;
import dev.owlet.runtime.store.S3StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All scenarios, each on a table of its own, checked after it: {@code java -cp … dev.owlet.runtime.faults.FaultRun FOLDER
 * [SCALE [SEED [NAME]]]}. SCALE 1 takes some minutes on two cores, NAME is that of the one scenario to run. Ends with 1 when
 * anything was lost, or when the control lost nothing. The tables stay in FOLDER for other engines.
 */
final class FaultRun {
    private static final int SHOWN = 30;
    private static final int TRAINING = 30;

    private final Path folder;
    private final long seed;
    private final Jvm jvm = new Jvm();
    private final List<String> table = new ArrayList<>();
    private boolean failed;

    private FaultRun(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws IOException {
        int scale = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        FaultRun run = new FaultRun(Path.of(arguments[0]).toAbsolutePath(), seed);
        System.out.println("seed " + seed);
        run.archive();
        run.all(arguments.length > 3 ? arguments[3] : "", scale);
        System.out.printf(
                "%n%-12s %8s %9s %8s %6s %7s %7s%n",
                "scenario", "commits", "conflicts", "retries", "kills", "rows", "seconds");
        run.table.forEach(System.out::println);
        System.exit(run.failed ? 1 : 0);
    }

    /** Trains on S3, whose classes are the most. */
    private void archive() throws IOException {
        try (Site site = new Site(folder.resolve("training"), true, seed, jvm)) {
            site.prepare();
            jvm.archive(site, folder.resolve("training/classes.jsa"), "mix", TRAINING);
        }
    }

    private void all(String only, int scale) throws IOException {
        for (boolean onS3 : new boolean[] {false, true}) {
            String where = onS3 ? "s3" : "disk";
            scenario("hammer-" + where, only, onS3, Scenario.writers(8, "hammer", 200 * scale));
            scenario("mix-" + where, only, onS3, Scenario.kept(false, Scenario.writers(4, "mix", 150 * scale)));
            scenario("kill-" + where, only, onS3, Scenario.kills(4, 100 * scale));
        }
        Scenario stormy = Scenario.writers(4, "mix", 60 * scale, Condition.STORMY);
        scenario("storm-s3", only, true, Scenario.storm(Duration.ofSeconds(4), Scenario.kept(true, stormy)));
        Scenario skewed = Scenario.writers(4, "mix", 40 * scale, Condition.SKEWED, Condition.STORMY);
        scenario("skew-s3", only, true, Scenario.storm(Duration.ofHours(2), skewed));
        uploads("uploads-disk", only, false, 50 * scale);
        uploads("uploads-s3", only, true, 20 * scale);
        hostile(only);
        control(only);
    }

    private void scenario(String name, String only, boolean onS3, Scenario scenario) throws IOException {
        if (!name.startsWith(only)) {
            return;
        }
        long start = System.nanoTime();
        try (Site site = new Site(folder.resolve(name), onS3, seed, jvm)) {
            site.prepare();
            int kills = scenario.run(site);
            long retries = onS3 ? site.bucket().orElseThrow().retries() : 0;
            Optional<String> checked = site.check();
            boolean good = checked.isPresent() && site.problems().isEmpty();
            report(name, checked.orElse(""), retries, kills, (System.nanoTime() - start) / 1e9, good);
            if (!good) {
                failed = true;
                site.problems().forEach(System.out::println);
                Files.readAllLines(site.log("checker")).stream().limit(SHOWN).forEach(System.out::println);
            }
        }
    }

    private void report(String name, String facts, long retries, int kills, double seconds, boolean good) {
        System.out.printf(
                "%s %s: %s retries=%d kills=%d seconds=%.1f%n",
                good ? "ok" : "FAILED", name, facts, retries, kills, seconds);
        table.add(String.format(
                "%-12s %8s %9s %8d %6d %7s %7.1f",
                name, fact(facts, "commits"), fact(facts, "conflicts"), retries, kills, fact(facts, "rows"), seconds));
    }

    private static String fact(String facts, String name) {
        return facts.replaceFirst(".*\\b" + name + "=(\\d+).*", "$1");
    }

    /** Files that are delivered again and again, killed in the middle, and beside each other. */
    private void uploads(String name, String only, boolean onS3, int kills) throws IOException {
        if (!name.startsWith(only)) {
            return;
        }
        Path place = folder.resolve(name);
        Site.delete(place);
        Files.createDirectories(place);
        long start = System.nanoTime();
        Optional<Bucket> bucket = onS3 ? Optional.of(new Bucket(place)) : Optional.empty();
        try {
            UploadFaults faults = bucket.isPresent() ? inBucket(place, bucket.get()) : new UploadFaults(place, seed);
            faults.deliveredOften(5);
            int late = faults.killed(kills);
            faults.overlapping("insert");
            faults.overlapping("upsert");
            System.out.printf(
                    "ok %s: kills=%d of which after a commit=%d seconds=%.1f%n",
                    name, kills, late, (System.nanoTime() - start) / 1e9);
        } catch (AssertionError e) {
            System.out.println("FAILED " + name + ": " + e.getMessage());
            failed = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            bucket.ifPresent(Bucket::close);
        }
    }

    private UploadFaults inBucket(Path place, Bucket bucket) throws IOException {
        return new UploadFaults(place, bucket.root(), bucket.environment(), place.resolve(S3StandIn.BUCKET), seed);
    }

    /** Bombs, and files that are no table. */
    private void hostile(String only) throws IOException {
        if (!"hostile".startsWith(only)) {
            return;
        }
        Path place = folder.resolve("hostile");
        Site.delete(place);
        long start = System.nanoTime();
        try (HostileUploads uploads = new HostileUploads(place)) {
            uploads.all(seed);
            System.out.printf("ok hostile: seconds=%.1f%n", (System.nanoTime() - start) / 1e9);
        } catch (AssertionError e) {
            System.out.println("FAILED hostile: " + e.getMessage());
            failed = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** With a store that looks and then puts, rows get lost; a checker that does not see that is worth nothing. */
    private void control(String only) throws IOException {
        if (!"control".startsWith(only)) {
            return;
        }
        try (Site site = new Site(folder.resolve("control"), false, seed, jvm)) {
            site.prepare();
            Scenario.writers(4, "hammer", 40, Condition.RACE).run(site);
            boolean seen = site.check().isEmpty()
                    && Files.readAllLines(site.log("checker")).stream()
                            .anyMatch(line -> line.contains("acknowledged, but lost"));
            System.out.println((seen ? "ok" : "FAILED") + " control: look-then-put "
                    + (seen ? "loses rows, as it must" : "lost nothing, or the checker does not see it"));
            failed |= !seen;
        }
    }
}
