package dev.owlet.runtime.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.store.StoredObject;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogListingTest {
    private static LogListing listing(String... names) {
        return new LogListing(Stream.of(names)
                .map(name -> new StoredObject("delta/t/_delta_log/" + name, 1, Instant.EPOCH))
                .toList());
    }

    @Test
    void tellsCommitsAndCheckpointsByTheirNames() {
        LogListing listing = listing(
                "00000000000000000009.json",
                "00000000000000000010.checkpoint.parquet",
                "00000000000000000010.json",
                "00000000000000000010.crc",
                "00000000000000000011.json",
                "00000000000000000011.json.tmp",
                "_last_checkpoint");

        assertThat(listing.commits().keySet()).containsExactly(9L, 10L, 11L);
        assertThat(listing.checkpoint(Long.MAX_VALUE)).hasValue(10);
        assertThat(listing.checkpoint(9)).isEmpty();
        assertThat(listing.last()).isEqualTo(11);
    }

    @Test
    void aCheckpointInPartsCountsWhenComplete() {
        String part = "00000000000000000010.checkpoint.000000000%d.0000000002.parquet";

        assertThat(listing(part.formatted(1)).checkpoint(99)).isEmpty();
        assertThat(listing(part.formatted(1), part.formatted(2)).checkpoint(99)).hasValue(10);
    }

    @Test
    void anEmptyLogHasNoLastVersion() {
        assertThat(listing().last()).isEqualTo(-1);
        assertThat(listing("99999999999999999999.json", "x.json").last()).isEqualTo(-1);
    }
}
