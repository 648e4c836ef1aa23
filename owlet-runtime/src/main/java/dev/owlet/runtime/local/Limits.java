package dev.owlet.runtime.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How much of this machine clients can take. */
final class Limits {
    private static final int WORKERS = 16;
    private static final int WAITING = 256;
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** Properties of the JDK's server (module jdk.httpserver); times in seconds. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "sun.net.httpserver.maxReqTime", "180", // for a request to arrive in full: 32 MiB of a file at 1.5 Mbit/s
            "sun.net.httpserver.maxRspTime", "600", // until the answer is sent: an export may take a while
            "sun.net.httpserver.maxReqHeaders", "100",
            "sun.net.httpserver.maxReqHeaderSize", "65536",
            "sun.net.httpserver.nodelay", "true", // else small answers wait some 40 ms
            "jdk.httpserver.maxConnections", "512");

    private Limits() {}

    /** Sets what the command line left unset. Has no effect once the JVM has made a server. */
    static void apply() {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    /** When all are busy and the queue is full, the accepting thread does the work itself and so accepts no more. */
    static ThreadPoolExecutor workers() {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, "owlet-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                WORKERS,
                WORKERS,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                threads,
                new ThreadPoolExecutor.CallerRunsPolicy());
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }
}
