package dev.owlet.runtime.delta;

import static dev.owlet.runtime.delta.LogSamples.SCHEMA;
import static dev.owlet.runtime.delta.LogSamples.adding;
import static dev.owlet.runtime.delta.LogSamples.by;
import static dev.owlet.runtime.delta.LogSamples.file;
import static dev.owlet.runtime.delta.LogSamples.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log asks of a store where each request is paid for and takes a while. */
class LogRequestsTest {
    private static final Duration TRUST = Duration.ofMinutes(1);

    private final MemoryStore store = new MemoryStore().trusting(TRUST);
    private final Hands hands = new Hands();
    private final StoreLog log = new StoreLog(store, "t", hands);

    /** A clock whose hands are moved by the test. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private void commits(DeltaLog log, int last) throws IOException {
        for (long version = log.latest().version() + 1; version <= last; version++) {
            Commit commit = adding(file(version + ".parquet"));
            log.commit(log.latest(), version == 0 ? with(commit, SCHEMA) : commit);
        }
    }

    private static String name(int version, String kind) {
        return "%020d.%s".formatted(version, kind);
    }

    @Test
    void aWarmLookIsOneRequest() throws Exception {
        commits(log, 3);
        store.requests();

        log.latest();
        assertThat(store.requests()).containsExactly("GET " + name(4, "json"));
    }

    @Test
    void aWarmCommitIsOneLookAndTwoWrites() throws Exception {
        commits(log, 3);
        store.requests();

        log.commit(log.latest(), by(adding(file("x")), "app"));

        assertThat(store.requests())
                .containsExactly("GET " + name(4, "json"), "PUT " + name(4, "json"), "PUT " + name(4, "crc"));
    }

    /** Also after a checkpoint, which holds the transactions of all commits before it. */
    @Test
    void anIdempotentWriteLooksNothingUp() throws Exception {
        commits(new StoreLog(store, "t", hands), 30);
        log.latest();
        store.requests();

        Snapshot base = log.latest();
        assertThat(base.transaction("app")).isEmpty();
        log.commit(base, by(adding(file("x")), "app"));

        assertThat(store.requests()).hasSize(3);
    }

    @Test
    void theKnownVersionIsLookedAtOnceTrustHasPassed() throws Exception {
        commits(log, 3);
        store.requests();
        hands.move(TRUST);

        log.latest();
        assertThat(store.requests()).containsExactly("HEAD " + name(3, "json"), "GET " + name(4, "json"));
        log.latest();
        assertThat(store.requests()).containsExactly("GET " + name(4, "json"));

        hands.move(TRUST.multipliedBy(-5));
        log.latest();
        assertThat(store.requests())
                .as("a clock that stepped back proves nothing")
                .hasSize(2);
    }

    @Test
    void commitsOfOthersAreFetchedOneByOneWhileTheyAreFew() throws Exception {
        commits(log, 3);
        commits(new StoreLog(store, "t", hands), 6);
        store.requests();

        assertThat(log.latest().version()).isEqualTo(6);
        assertThat(store.requests())
                .containsExactly(
                        "GET " + name(4, "json"),
                        "GET " + name(5, "json"),
                        "GET " + name(6, "json"),
                        "GET " + name(7, "json"));
    }

    @Test
    void whoWasAwayForLongReadsTheCheckpoint() throws Exception {
        commits(log, 3);
        commits(new StoreLog(store, "t", hands), 95);
        store.requests();

        assertThat(log.latest().version()).isEqualTo(95);
        assertThat(store.requests()).hasSizeLessThan(35).contains("GET " + name(90, "checkpoint.parquet"));
    }

    @Test
    void aColdStartListsOnce() throws Exception {
        commits(log, 32);
        store.requests();

        assertThat(new StoreLog(store, "t", hands).latest().files()).hasSize(33);
        assertThat(store.requests())
                .containsExactlyInAnyOrder(
                        "GET _last_checkpoint",
                        "LIST %020d".formatted(30),
                        "GET " + name(30, "checkpoint.parquet"),
                        "GET " + name(30, "crc"),
                        "GET " + name(31, "json"),
                        "GET " + name(32, "json"));
    }

    @Test
    void whatWasReadOnceIsNotFetchedAgain() throws Exception {
        commits(log, 32);
        log.at(15);
        log.history(10);
        store.requests();

        log.at(15);
        assertThat(store.requests()).hasSize(1).allMatch(request -> request.startsWith("LIST"));
        log.at(16);
        assertThat(store.requests()).containsExactly("LIST %020d".formatted(0), "GET " + name(16, "json"));
        log.history(10);
        assertThat(store.requests()).containsExactly("GET " + name(33, "json"), "LIST %020d".formatted(23));
    }

    @Test
    void oneWriterMakesEachCheckpointAndTheNextMakesUpForIt() throws Exception {
        commits(log, 9);
        store.requests();
        commits(log, 10);
        assertThat(store.requests()).contains("PUT " + name(10, "checkpoint.parquet"), "PUT _last_checkpoint");

        commits(log, 19);
        assertThat(store.requests()).noneMatch(request -> request.contains("checkpoint"));

        commits(log, 20);
        store.delete("t/_delta_log/" + name(20, "checkpoint.parquet")); // as if that writer had died
        store.put("t/_delta_log/_last_checkpoint", "{\"version\":10,\"size\":12}".getBytes(UTF_8), false);
        DeltaLog other = new StoreLog(store, "t", hands);
        store.requests();
        commits(other, 24);
        assertThat(store.requests()).noneMatch(request -> request.startsWith("PUT") && request.contains("checkpoint"));
        commits(other, 25);
        assertThat(store.requests()).contains("PUT " + name(25, "checkpoint.parquet"), "PUT _last_checkpoint");
    }

    @Test
    void whoComesAfterAWriterThatKeptUpWritesNone() throws Exception {
        commits(log, 24);
        DeltaLog other = new StoreLog(store, "t", hands);
        other.latest();
        store.requests();
        commits(other, 26);
        assertThat(store.requests()).noneMatch(request -> request.contains("checkpoint"));
    }

    @Test
    void aTableMayAskForOtherCheckpoints() throws Exception {
        String metadata = new String(store(0), UTF_8)
                .replace("\"configuration\":{", "\"configuration\":{\"delta.checkpointInterval\":\"3\",");
        store.put("t/_delta_log/" + name(0, "json"), metadata.getBytes(UTF_8), false);
        DeltaLog other = new StoreLog(store, "t", hands);
        store.requests();
        commits(other, 3);

        assertThat(store.requests()).contains("PUT " + name(3, "checkpoint.parquet"));
    }

    private byte[] store(int version) throws IOException {
        commits(log, version);
        return store.get("t/_delta_log/" + name(version, "json"));
    }

    @Test
    void anOlderCheckpointDoesNotBecomeTheLastOne() throws Exception {
        commits(log, 20);
        store.delete("t/_delta_log/" + name(10, "checkpoint.parquet"));

        new KernelCheckpoints(store, "t").write(10);

        assertThat(new KernelCheckpoints(store, "t").hint()).hasValue(20);
    }

    /** Another writer puts it after this one looked. */
    @Test
    void aCheckpointThatIsThereStaysAsItIs() throws Exception {
        commits(log, 12);
        String key = "t/_delta_log/" + name(10, "checkpoint.parquet");
        byte[] other = {1, 2, 3};
        store.put(key, other, false);

        new KernelCheckpoints(hiding(key), "t").write(10);

        assertThat(store.get(key)).isEqualTo(other);
    }

    /** What was read by then would make a file that other tools take for the whole table. */
    @ParameterizedTest
    @ValueSource(strings = {"get", "head"})
    void aCheckpointThatBreaksOffIsNotThere(String request) throws Exception {
        commits(log, 20);
        String key = "t/_delta_log/" + name(20, "checkpoint.parquet");
        byte[] whole = store.get(key);
        store.delete(key);

        assertThatThrownBy(() -> new KernelCheckpoints(
                                losing(request, "t/_delta_log/" + name(10, "checkpoint.parquet")), "t")
                        .write(20))
                .hasStackTraceContaining("the line was cut");
        assertThatThrownBy(() -> store.get(key)).isInstanceOf(NoSuchFileException.class);

        new KernelCheckpoints(store, "t").write(20);
        assertThat(store.get(key)).hasSameSizeAs(whole);
    }

    private ObjectStore hiding(String key) {
        return instead((method, arguments) -> method.equals("listFrom")
                ? Optional.of(store.listFrom((String) arguments[0]).stream()
                        .filter(object -> !object.key().equals(key))
                        .toList())
                : Optional.empty());
    }

    private ObjectStore losing(String request, String key) {
        return instead((method, arguments) -> {
            if (method.equals(request) && arguments[0].equals(key)) {
                throw new IOException("the line was cut");
            }
            return Optional.empty();
        });
    }

    private interface Instead {
        Optional<Object> call(String method, Object[] arguments) throws IOException;
    }

    private ObjectStore instead(Instead calls) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Optional<Object> answer = calls.call(method.getName(), arguments);
            if (answer.isPresent()) {
                return answer.get();
            }
            try {
                return method.invoke(store, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (ObjectStore)
                Proxy.newProxyInstance(ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, handler);
    }
}
