package dev.owlet.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private Instant now = Instant.EPOCH;
    private final Secrets<String> secrets = new Secrets<>(Duration.ofMinutes(5), new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void lastsItsTimeAndNoLonger() {
        String secret = secrets.issue("a");
        now = now.plus(Duration.ofMinutes(5)).minusNanos(1);
        assertThat(secrets.find(secret)).contains("a");
        now = now.plusNanos(1);
        assertThat(secrets.find(secret)).isEmpty();
        assertThat(secrets.take(secret)).isEmpty();
    }

    @Test
    void isTakenOnce() {
        String secret = secrets.issue("a");

        assertThat(secrets.take(secret)).contains("a");
        assertThat(secrets.take(secret)).isEmpty();
        assertThat(secrets.find("made up")).isEmpty();
    }

    @Test
    void givesWayWhenThereAreTooMany() {
        String first = secrets.issue("first");
        String second = secrets.issue("second");
        for (int i = 0; i < 9_999; i++) {
            secrets.issue("more");
        }

        assertThat(secrets.find(first)).isEmpty();
        assertThat(secrets.find(second)).contains("second");
    }
}
