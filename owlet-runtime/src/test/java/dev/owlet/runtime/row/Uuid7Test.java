package dev.owlet.runtime.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {
    @Test
    void isOfVersionSevenAndOfNow() {
        long before = System.currentTimeMillis();
        UUID uuid = Uuid7.next();
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 100);
    }

    @Test
    void growsWithinTheProcess() {
        List<UUID> uuids = Stream.generate(Uuid7::next).limit(20_000).toList();
        assertThat(uuids).isSortedAccordingTo(ValueType.uuid()::compare).doesNotHaveDuplicates();
    }

    @Test
    void isUniqueAmongThreads() {
        List<UUID> uuids = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> Uuid7.next())
                .toList();
        assertThat(uuids).doesNotHaveDuplicates();
    }
}
