package dev.owlet.runtime.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.ingest.IngestMode;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Tables;
import dev.owlet.runtime.upload.UploadState.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of uploads that nobody cares for, and of names that nobody should care for. */
class UploadsOverTimeTest {
    @TempDir
    Path root;

    private Upload upload;

    @BeforeEach
    void announce() throws IOException {
        upload = after(Duration.ZERO).announce("owls.csv", 7, "text/csv", IngestMode.INSERT, List.of(), "ann");
    }

    /** The uploads as somebody sees them who comes later. */
    private Uploads<RingTable.Owl> after(Duration time) {
        Clock clock = Clock.offset(Clock.systemUTC(), time);
        return new Uploads<>(new Tables(ObjectStore.open(root.toString()), clock).add(new RingTable()));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileIsWaitedForForADay() throws Exception {
        assertThat(after(Duration.ofHours(23)).state(upload).status()).isEqualTo(Status.WAITING);

        UploadState late = after(Duration.ofHours(25)).state(upload);
        assertThat(late.status()).isEqualTo(Status.FAILED);
        assertThat(late.details().path("message").asText()).contains("within a day");
    }

    @Test
    void anAddressIsGoodForAnHour() throws Exception {
        String token = after(Duration.ZERO).missing(upload).get(0).url().replaceFirst(".*token=", "");

        assertThat(after(Duration.ofMinutes(59)).admits(upload, "parts/1", token))
                .isTrue();
        assertThat(after(Duration.ofMinutes(61)).admits(upload, "parts/1", token))
                .isFalse();
        assertThat(after(Duration.ZERO).admits(upload, "parts/2", token)).isFalse();
        Upload other = after(Duration.ZERO).announce("o", 7, "text/csv", IngestMode.INSERT, List.of(), "ann");
        assertThat(after(Duration.ZERO).admits(other, "parts/1", token)).isFalse();
        for (String wrong : List.of("", ".", "1.", "99999999999999999999.x", "x".repeat(1000), token + "x")) {
            assertThat(after(Duration.ZERO).admits(upload, "parts/1", wrong)).isFalse();
        }
    }

    @Test
    void aRunThatFellSilentFailedUntilAnotherTakesItUp() throws Exception {
        after(Duration.ZERO).receive(upload, 1, bytes("ring\n1\n"));
        after(Duration.ZERO).states().claim(upload.id());
        after(Duration.ZERO).states().progress(upload.id(), 1, 0);

        UploadState running = after(Duration.ofMinutes(50)).state(upload);
        assertThat(running.status()).isEqualTo(Status.RUNNING);
        assertThat(running.details().path("rows").asInt()).isEqualTo(1);
        assertThat(after(Duration.ofMinutes(70)).state(upload).status()).isEqualTo(Status.FAILED);

        assertThat(Intake.run(after(Duration.ofHours(2)), upload, Optional.empty()))
                .isEqualTo(Intake.Result.TAKEN);
        assertThat(after(Duration.ofDays(2)).state(upload).status()).isEqualTo(Status.DONE);
    }

    @Test
    void whatBreaksOffOrIsTooLongLeavesNothing() throws Exception {
        Uploads<RingTable.Owl> uploads = after(Duration.ZERO);
        assertThatThrownBy(() -> uploads.receive(upload, 1, bytes("ring\n"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> uploads.receive(upload, 1, bytes("ring\n1\n2\n")))
                .isInstanceOf(UploadConflictException.class);
        assertThat(uploads.isThere(upload)).isFalse();
        assertThat(ObjectStore.open(root.toString()).listAll("inbox")).isEmpty();
    }

    @Test
    void ofTakingInAndCallingOffOneWins() throws Exception {
        States states = after(Duration.ZERO).states();
        assertThat(states.claim(upload.id())).isTrue();
        assertThat(states.claim(upload.id())).isTrue();
        assertThat(after(Duration.ZERO).cancel(upload, "bob")).isFalse();
    }

    @Test
    void whatIsBeingReadStopsWhenAsked() throws Exception {
        String rows = "ring\n" + "1\n".repeat(5000);
        Uploads<RingTable.Owl> uploads = after(Duration.ZERO);
        Upload longer = uploads.announce("long.csv", rows.length(), "text/csv", IngestMode.INSERT, List.of(), "ann");
        uploads.receive(longer, 1, bytes(rows));
        // Whoever reads looks at the clock while it does, and hours pass between two looks.
        Clock asks = new Clock() {
            private Instant now = Instant.now();

            @Override
            public Instant instant() {
                now = now.plus(Duration.ofMinutes(1));
                try {
                    if (uploads.state(longer).status() == Status.RUNNING) {
                        uploads.stop(longer, "bob");
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        Tables tables = new Tables(ObjectStore.open(root.toString()), asks);

        assertThat(Intake.run(new Uploads<>(tables.add(new RingTable())), longer, Optional.empty()))
                .isEqualTo(Intake.Result.REFUSED);

        UploadState state = uploads.state(longer);
        assertThat(state.status()).isEqualTo(Status.FAILED);
        assertThat(state.details().path("message").asText()).isEqualTo("Called off by bob. Nothing of it is in.");
        assertThat(state.details().path("cancelled").asBoolean()).isTrue();
        assertThat(Intake.run(uploads, longer, Optional.empty())).isEqualTo(Intake.Result.PASSED_OVER);
        assertThat(uploads.table().history(10)).isEmpty();
    }

    @Test
    void whatIsToBeStoppedIsNotBegunAgain() throws Exception {
        Uploads<RingTable.Owl> uploads = after(Duration.ZERO);
        uploads.receive(upload, 1, bytes("ring\n1\n"));
        uploads.states().claim(upload.id());
        uploads.stop(upload, "bob");

        assertThat(Intake.run(uploads, upload, Optional.empty())).isEqualTo(Intake.Result.REFUSED);
    }

    @Test
    void theLatestComesFirst() throws Exception {
        Upload second = after(Duration.ZERO).announce("b", 7, "text/csv", IngestMode.INSERT, List.of(), "ann");

        assertThat(after(Duration.ZERO).recent(10)).extracting(Upload::id).containsExactly(second.id(), upload.id());
        assertThat(after(Duration.ZERO).recent(1)).containsExactly(second);
        assertThat(after(Duration.ofDays(91)).recent(10)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "owls.csv, owls.csv",
        "owls of May.csv, owls_of_May.csv",
        "../../x, _._x",
        "con.csv, _con.csv",
        ".htaccess, htaccess",
        "猫.csv, _.csv",
        "a..b., a.b",
    })
    void namesBecomeHarmless(String name, String safe) {
        assertThat(UploadKeys.safe(name))
                .matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")
                .isEqualTo(safe);
        assertThat(UploadKeys.safe("x".repeat(300) + ".parquet")).hasSize(100).endsWith(".parquet");
    }
}
