package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that are lost, late, cut short or refusals. */
class S3FaultsTest {
    private static final byte[] MINE = "mine".getBytes(UTF_8);
    private static final byte[] OTHERS = "theirs".getBytes(UTF_8);
    private static final S3Limits LIMITS =
            new S3Limits(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofMinutes(3), 3, Duration.ofMillis(1));

    private S3StandIn server;
    private ObjectStore store;

    @BeforeEach
    void start() throws Exception {
        server = S3StandIn.start();
        store = server.store("s3://tables", LIMITS);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCreationWhoseAnswerWasLostSucceeded() throws Exception {
        server.next(Fault.LOSE_ANSWER, "PUT", 1);

        store.put("x", MINE, true);

        assertThat(store.get("x")).isEqualTo(MINE);
        assertThat(server.counts().put())
                .as("the first, and one that found it there")
                .isEqualTo(2);
    }

    @Test
    void aCreationWhoseAnswerWasLostAndThatCameTooLateFails() throws Exception {
        store.put("x", OTHERS, true);
        server.next(Fault.LOSE_ANSWER, "PUT", 1);

        assertThatThrownBy(() -> store.put("x", MINE, true)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(store.get("x")).isEqualTo(OTHERS);
    }

    @Test
    void theReadThatTellsMayFailOnceToo() throws Exception {
        server.next(Fault.LOSE_ANSWER, "PUT", 1);
        server.next(Fault.DROP, "GET", 1);

        store.put("x", MINE, true);

        assertThat(server.counts().get()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP", "LOSE_ANSWER", "ERROR", "SLOW_DOWN", "CONFLICT"})
    void whatMayPassIsRepeated(Fault fault) throws Exception {
        server.next(fault, "", 2);
        store.put("x", MINE, true);
        server.next(fault, "", 2);
        assertThat(store.get("x")).isEqualTo(MINE);
        server.next(fault, "", 2);
        assertThat(store.head("x").size()).isEqualTo(MINE.length);
        server.next(fault, "", 2);
        assertThat(store.listFrom("")).hasSize(1);
        server.next(fault, "", 2);
        store.delete("x");

        assertThat(store.listFrom("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP", "LOSE_ANSWER", "ERROR", "SLOW_DOWN", "CONFLICT"})
    void whatDoesNotPassIsGivenUpAndSaid(Fault fault) {
        server.next(fault, "PUT", 1000);

        assertThatThrownBy(() -> store.put("a/x", MINE, false))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("PUT of s3://tables/a/x")
                .hasMessageContaining("3 attempts");
        assertThat(server.counts().put()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNCATE", "NO_BODY"})
    void anAnswerCutShortIsNoShorterObject(Fault fault) throws Exception {
        store.put("x", new byte[200_000], true);
        server.next(fault, "GET", 2);
        assertThat(store.get("x")).hasSize(200_000);
        server.next(fault, "GET", 2);
        assertThat(store.get("x", 100, 1000)).hasSize(1000);

        server.next(fault, "GET", 3);
        assertThatThrownBy(() -> store.get("x")).isInstanceOf(IOException.class).hasMessageContaining("s3://tables/x");
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNCATE", "NO_BODY"})
    void aListingCutShortIsNoShorterListing(Fault fault) throws Exception {
        for (int i = 0; i < 5; i++) {
            store.put("t/" + i, MINE, true);
        }
        server.pageSize(2);
        server.next(fault, "LIST", 2);
        assertThat(store.listFrom("t/")).hasSize(5);

        server.next(fault, "LIST", 3);
        assertThatThrownBy(() -> store.listAll("t"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("LIST of s3://tables/t");
    }

    @Test
    void aServerThatHangsIsGivenUp() throws Exception {
        S3Limits impatient = new S3Limits(
                Duration.ofSeconds(3), Duration.ofMillis(50), Duration.ofMinutes(3), 2, Duration.ofMillis(1));
        server.lateness(Duration.ofMinutes(10));
        server.next(Fault.LATE, "GET", 2);

        assertThatThrownBy(() -> server.store("s3://tables", impatient).get("x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("GET of s3://tables/x")
                .hasMessageContaining("2 attempts");
    }

    @Test
    void oneCallAsAWholeHasAnEndToo() throws Exception {
        S3Limits impatient = new S3Limits(
                Duration.ofSeconds(3), Duration.ofMinutes(10), Duration.ofMillis(300), 2, Duration.ofMillis(1));
        server.lateness(Duration.ofMinutes(10));
        server.next(Fault.LATE, "PUT", 2);

        assertThatThrownBy(() -> server.store("s3://tables", impatient).put("x", MINE, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("given up; whether it took effect is not known");
    }

    @Test
    void anInterruptIsKept() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> store.get("x")).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void denialsNameThePermission() {
        server.next(Fault.DENY, "", 1000);

        assertThatThrownBy(() -> store.get("x"))
                .hasMessage("access denied to s3://tables/x: allow s3:GetObject on it, and s3:ListBucket on the bucket,"
                        + " without which S3 also denies what does not exist");
        assertThatThrownBy(() -> store.head("x")).isNotInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.put("x", MINE, true))
                .hasMessage("access denied to s3://tables/x: allow s3:PutObject on it");
        assertThatThrownBy(() -> store.delete("x")).hasMessageContaining("s3:DeleteObject");
        assertThatThrownBy(() -> store.listAll("t")).hasMessageContaining("s3:ListBucket");
        assertThat(server.counts().requests()).as("repeated in vain").isEqualTo(5);
    }

    @Test
    void timesAreTheServersAndMayBeOff() throws Exception {
        server.skew(Duration.ofDays(-400));
        store.put("x", MINE, true);

        assertThat(store.head("x").modified()).isBefore(java.time.Instant.now().minus(Duration.ofDays(399)));
        assertThat(store.listFrom("").get(0).modified())
                .isEqualTo(store.head("x").modified());
    }
}
