package dev.owlet.processor;

import dev.owlet.processor.emit.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * How long processing takes beyond plain javac of the same output. No test; run it in {@code owlet-processor} after
 * {@code mvn test-compile}, a JVM a size. Times are of the CPU, of the compiling thread, so that other work on the
 * machine counts little. Every run loads the processor anew, as every build does:
 *
 * <pre>
 * mvn -q dependency:build-classpath -Dmdep.outputFile=target/cp
 * java -cp target/classes:target/test-classes:$(cat target/cp) dev.owlet.processor.ProcessingBenchmark 100 5
 * </pre>
 */
final class ProcessingBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final String CONCEPT = """
              Thing%d:   # the thing of number %<d
                key: id
                label: name
                fields:
                  id: uuid = new
                  name: text(1..120) search
                  state: State = open
                  owner: text(3..8)? /[A-Z]{2}\\d+/
                  amount: decimal(12,2) 0..1000000
                  weight: double? > 0 unit kg
                  count: int = 1 1..999
                  made_at: timestamp <= now
                  due: date?
                  tags: text(1..20)[] max 9
                  place: Place?
                  heavy: bool := weight > 600
                rules:
                  open_things_are_due: state != open or due is not null
            """;

    private static final String HEAD = """
            owlet: 1
            project: benchmark
            title: Benchmark
            enums:
              State: [open, done]
            shapes:
              Place: {lat: 'decimal(9,6) -90..90', lon: 'decimal(9,6) -180..180'}
            concepts:
            """;

    private final Path project;
    private final Path sources;
    private final Path classes;
    private final String model;

    private ProcessingBenchmark(Path project, int concepts) throws IOException {
        this.project = project;
        this.sources = Files.createDirectories(project.resolve("generated"));
        this.classes = Files.createDirectories(project.resolve("classes"));
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < concepts; i++) {
            text.append(CONCEPT.formatted(i));
        }
        model = text.toString();
        Files.writeString(project.resolve("data_model.yml"), model);
        Files.writeString(
                project.resolve("OwletModel.java"), "package p; @dev.owlet.DataModel interface OwletModel {}\n");
    }

    /** @param args number of concepts, number of runs */
    public static void main(String[] args) throws IOException {
        int concepts = Integer.parseInt(args[0]);
        int runs = Integer.parseInt(args[1]);
        Path project = Files.createTempDirectory("owlet-benchmark");
        try {
            new ProcessingBenchmark(project, concepts).run(concepts, runs);
        } finally {
            delete(project);
        }
    }

    private void run(int concepts, int runs) throws IOException {
        double[] compiler = new double[runs];
        double[] processed = new double[runs];
        double[] plain = new double[runs];
        for (int i = -1; i < runs; i++) {
            int slot = Math.max(i, 0); // the first run warms javac up, which neither side should pay for
            compiler[slot] = millis(this::compileModel);
            processed[slot] = millis(this::javacWithProcessor);
            plain[slot] = millis(this::plainJavac);
        }
        print(concepts, "Owlet's compiler alone", compiler);
        print(concepts, "javac with the processor", processed);
        print(concepts, "plain javac of the same", plain);
        double beyond = median(processed) - median(plain);
        System.out.printf(
                Locale.ROOT,
                "%d concepts: processing beyond plain javac %.0f ms, %.2f ms a concept%n",
                concepts,
                beyond,
                beyond / concepts);
    }

    private static void print(int concepts, String what, double[] millis) {
        System.out.printf(Locale.ROOT, "%d concepts: %s: median %.0f ms%n", concepts, what, median(millis));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double millis(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private void compileModel() {
        Target target = new Target("p", "data_model.yml", List.of());
        CompileResult result = new OwletCompiler(Emitters.ALL).compile(model, target);
        if (!result.problems().isEmpty()) {
            throw new IllegalStateException(result.problems().toString());
        }
    }

    private void javacWithProcessor() {
        javac(
                List.of("-Aowlet.basedir=" + project, "-processor", OwletProcessor.class.getName()),
                List.of(project.resolve("OwletModel.java")));
    }

    private void plainJavac() {
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> all = new ArrayList<>(
                    files.filter(f -> f.toString().endsWith(".java")).toList());
            all.add(project.resolve("OwletModel.java"));
            javac(List.of("-proc:none"), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void javac(List<String> more, List<Path> files) {
        List<String> options = new ArrayList<>(more);
        options.addAll(List.of(
                "-d",
                classes.toString(),
                "-s",
                sources.toString(),
                "-encoding",
                "UTF-8",
                "-classpath",
                System.getProperty("java.class.path")));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            if (!javac.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new IllegalStateException("javac failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
