package dev.owlet.runtime.ingest;

import dev.owlet.runtime.ingest.Aviary.Bird;
import dev.owlet.runtime.table.HistoryEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Uploads delivered more than once, in any order, killed in the middle, and beside each other, in processes of their own.
 * Each finds exactly one commit an upload, no key twice and no row lost, or throws an {@link AssertionError}.
 */
public final class UploadFaults {
    private static final int ROWS = 3_000;

    private final Path folder;
    private final String root;
    private final Map<String, String> environment;
    private final Random random;
    private final Aviary aviary;

    /** @param folder empty, for tables and files */
    public UploadFaults(Path folder, long seed) throws IOException {
        this(folder, folder.resolve("tables").toString(), Map.of(), folder.resolve("tables"), seed);
    }

    /**
     * @param folder for files
     * @param root of the tables, for the processes
     * @param environment in which they find it
     * @param tables where its objects lie, to look at them from aside
     */
    public UploadFaults(Path folder, String root, Map<String, String> environment, Path tables, long seed)
            throws IOException {
        this.folder = Files.createDirectories(folder);
        this.root = root;
        this.environment = environment;
        random = new Random(seed);
        aviary = new Aviary(tables.toString());
        answer(start(root));
    }

    /** Three uploads, each delivered so many times at once, in a random order. */
    public void deliveredOften(int times) throws IOException {
        List<String> uploads = new ArrayList<>();
        for (int i = 0; i < 3 * times; i++) {
            uploads.add("often" + i % 3);
        }
        Collections.shuffle(uploads, random);
        for (int i = 0; i < 3; i++) {
            file("often" + i, i * ROWS, ROWS);
        }
        List<Process> processes = new ArrayList<>();
        for (String upload : uploads) {
            processes.add(start(upload, "insert"));
        }
        List<String> answers = new ArrayList<>();
        for (Process process : processes) {
            answers.add(answer(process));
        }
        require(answers.stream().distinct().count() == 3, () -> "different answers: " + answers);
        require(answers.stream().allMatch(a -> a.contains(" created=" + ROWS + " ")), () -> "not all: " + answers);
        requireCommits(Set.of("often0", "often1", "often2"));
        requireNumbers(0, 3 * ROWS);
    }

    /**
     * Uploads that are killed at random moments, so many times in all; each is delivered again until it is in.
     *
     * @return how many uploads got in by a process that was killed
     */
    public int killed(int kills) throws IOException, InterruptedException {
        int upload = 0;
        int late = 0;
        long span = 1_500;
        file("killed0", 1_000_000, ROWS);
        for (int i = 0; i < kills; i++) {
            Process process = start("killed" + upload, "insert");
            boolean ended = process.waitFor(random.nextLong(span), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            span = ended ? span - span / 10 : span + span / 20;
            if (!commits("killed" + upload).isEmpty()) {
                late++;
                requireOnce(upload);
                upload++;
                file("killed" + upload, 1_000_000 + upload * ROWS, ROWS);
            }
        }
        requireOnce(upload);
        return late;
    }

    /** The upload is delivered again, and is in by one commit. */
    private void requireOnce(int upload) throws IOException {
        String answer = answer(start("killed" + upload, "insert"));
        require(answer.contains(" created=" + ROWS + " "), () -> "not all: " + answer);
        requireCommits(Set.of("killed" + upload));
        requireNumbers(1_000_000, 1_000_000 + (upload + 1) * ROWS);
    }

    /** Two uploads that share half of their keys, at once. */
    public void overlapping(String mode) throws IOException {
        int from = mode.equals("insert") ? 2_000_000 : 3_000_000;
        file(mode + 1, from, ROWS);
        file(mode + 2, from + ROWS / 2, ROWS);
        Process one = start(mode + 1, mode);
        Process two = start(mode + 2, mode);
        String both = answer(one) + "\n" + answer(two);
        int shared = ROWS / 2;
        String second = mode.equals("insert")
                ? " created=" + (ROWS - shared) + " updated=0 rejected=" + shared
                : " created=" + (ROWS - shared) + " updated=" + shared + " rejected=0";
        require(both.contains(" created=" + ROWS + " updated=0 rejected=0"), () -> both);
        require(both.contains(second), () -> both);
        requireCommits(Set.of(mode + 1, mode + 2));
        requireNumbers(from, from + ROWS + ROWS - shared);
    }

    private void file(String upload, int from, int rows) throws IOException {
        String lines = IntStream.range(from, from + rows)
                .mapToObj(i -> i + ",r" + i + ",A," + (i + 1 < from + rows ? i + 1 : "") + ",1\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve(upload + ".csv"), Aviary.HEADER + lines);
    }

    private Process start(String upload, String mode) throws IOException {
        return start(root, folder.resolve(upload + ".csv").toString(), upload, mode);
    }

    /** @param arguments of {@link UploadProcess} */
    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                UploadProcess.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String answer(Process process) throws IOException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            return out.lines()
                    .filter(line -> line.startsWith("done"))
                    .findFirst()
                    .orElse("failed");
        }
    }

    private List<HistoryEntry> commits(String upload) {
        return aviary.birds.history(1_000).stream()
                .filter(entry -> entry.upload().equals(Optional.of(upload)))
                .toList();
    }

    private void requireCommits(Set<String> uploads) {
        for (String upload : uploads) {
            require(commits(upload).size() == 1, () -> upload + " has commits " + commits(upload));
        }
    }

    private void requireNumbers(int from, int to) {
        Map<Integer, Bird> now = aviary.now();
        Set<Integer> missing = new TreeSet<>();
        IntStream.range(from, to).filter(i -> !now.containsKey(i)).forEach(missing::add);
        require(missing.isEmpty(), () -> "lost " + missing);
    }

    private static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }
}
