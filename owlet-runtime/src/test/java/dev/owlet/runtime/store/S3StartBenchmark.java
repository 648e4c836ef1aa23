package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * CPU of a fresh process from its start to its first object in S3, on the stand-in, by the first compiler alone, as on
 * Lambda: {@code mvn -q -pl owlet-runtime test-compile}, then
 *
 * <pre>java -cp owlet-runtime/target/test-classes:owlet-runtime/target/classes:$(cat owlet-runtime/target/runtime-classpath.txt) \
 *   dev.owlet.runtime.store.S3StartBenchmark 7</pre>
 */
final class S3StartBenchmark {
    private S3StartBenchmark() {}

    /** What one process does. */
    private enum Work {
        NOTHING,
        TLS,
        PUT
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            work(Work.valueOf(arguments[1]));
            return;
        }
        int runs = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        try (S3StandIn server = S3StandIn.start()) {
            for (Work work : Work.values()) {
                List<Long> millis = new ArrayList<>();
                for (int i = 0; i < runs; i++) {
                    millis.add(child(server, work));
                }
                Collections.sort(millis);
                System.out.println(work + ": median " + millis.get(runs / 2) + " ms of CPU, all " + millis);
            }
        }
    }

    private static void work(Work work) throws Exception {
        if (work == Work.TLS) {
            javax.net.ssl.SSLContext.getDefault().getSocketFactory(); // the SDK makes it at once, whatever the endpoint
        }
        if (work == Work.PUT) {
            ObjectStore.open("s3://" + S3StandIn.BUCKET).put("start/" + UUID.randomUUID(), new byte[500], true);
        }
        System.out.println(
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis());
    }

    private static long child(S3StandIn server, Work work) throws IOException, InterruptedException {
        ProcessBuilder child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        S3StartBenchmark.class.getName(),
                        "child",
                        work.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        child.environment().putAll(server.environment());
        Process process = child.start();
        String answer = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        process.waitFor();
        return Long.parseLong(answer);
    }
}
