package dev.owlet.runtime.faults;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a scenario takes place: a folder with the tables, the journals, the facts, and what the processes printed. */
final class Site implements AutoCloseable {
    private final Path folder;
    private final long seed;
    private final Optional<Bucket> bucket;
    private final Jvm jvm;
    private volatile boolean kept;
    private final List<String> problems = new ArrayList<>();

    Site(Path folder, boolean onS3, long seed, Jvm jvm) throws IOException {
        this.folder = folder.toAbsolutePath();
        this.seed = seed;
        delete(this.folder);
        Files.createDirectories(this.folder.resolve("journals"));
        bucket = onS3 ? Optional.of(new Bucket(this.folder)) : Optional.empty();
        this.jvm = jvm.with(bucket.map(Bucket::environment).orElse(Map.of()));
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, java.io.IOException e) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    long seed() {
        return seed;
    }

    Optional<Bucket> bucket() {
        return bucket;
    }

    String root() {
        return bucket.map(Bucket::root).orElse(folder.resolve("tables").toString());
    }

    Path journals() {
        return folder.resolve("journals");
    }

    /** Starts a writer; see {@link Writer}. */
    Process writer(String name, String work, int count, Writer.Condition... conditions) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of(root(), journals().toString(), name, Long.toString(seed), work, Integer.toString(count)));
        for (Writer.Condition condition : conditions) {
            arguments.add(condition.name());
        }
        return start(name, Writer.class, arguments.toArray(String[]::new));
    }

    /** Starts any process that finds the tables by {@link #root}. */
    Process start(String name, Class<?> main, String... arguments) throws IOException {
        return jvm.start(log(name), main, arguments);
    }

    /** Starts a {@link Keeper}. */
    Process keeper(String name, boolean stormy) throws IOException {
        kept = true;
        List<String> arguments = new ArrayList<>(List.of(root(), archive().toString(), end().toString()));
        if (stormy) {
            arguments.add("stormy");
        }
        return start(name, Keeper.class, arguments.toArray(String[]::new));
    }

    private Path archive() {
        return folder.resolve("archive");
    }

    private Path end() {
        return folder.resolve("end");
    }

    /** Tells keepers to end. */
    void end(Process keeper) throws IOException {
        Files.createFile(end());
        join("keeper", keeper);
    }

    /** Makes the nests that the others refer to. */
    void prepare() throws IOException {
        join("prepare", writer("prepare", "nests", Nests.ROUNDS));
    }

    /** What a process printed. */
    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** Waits for a process that must end well. */
    synchronized void join(String name, Process process) {
        int code = Jvm.join(process);
        if (code != 0) {
            problems.add(name + " ended with " + code + "; see " + log(name));
        }
    }

    synchronized void problem(String what) {
        problems.add(what);
    }

    synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    /** @return what the checker printed last; empty when it found something */
    Optional<String> check() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                root(),
                journals().toString(),
                Long.toString(seed),
                folder.resolve("facts.json").toString()));
        if (kept) {
            arguments.add(archive().toString());
        }
        Path log = log("checker");
        int code = jvm.run(log, Checker.class, arguments.toArray(String[]::new));
        List<String> lines = Files.readAllLines(log);
        return code == 0 ? Optional.of(lines.get(lines.size() - 1)) : Optional.empty();
    }

    @Override
    public void close() {
        bucket.ifPresent(Bucket::close);
    }
}
