package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.row.ViolationException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SightingTest {
    private static Sighting.Builder tawnyOwl() {
        return Sighting.builder()
                .site("NL012")
                .ringer("ann@example.org")
                .species(Species.STRIX_ALUCO)
                .age(Age.adult)
                .seen_at(Instant.parse("2025-05-02T21:14:00Z"))
                .weight(new BigDecimal("612.0"));
    }

    @Test
    void computesWhetherItIsHeavy() {
        assertEquals(true, tawnyOwl().build().heavy());
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        ViolationException refused = assertThrows(
                ViolationException.class,
                () -> tawnyOwl().weight(new BigDecimal("5")).rings(List.of("NLA1234", "1")).build());

        Set<String> places = refused.violations().stream().map(Violation::pointer).collect(Collectors.toSet());
        assertEquals(Set.of("/weight", "/rings/1"), places);
    }

    @Test
    void survivesJson() {
        Sighting sighting = tawnyOwl().build();
        assertEquals(sighting, Sighting.fromJson(sighting.toJson()));
    }
}
