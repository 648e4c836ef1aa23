package dev.owlet.processor.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SuggestionTest {
    private static final List<String> NAMES = List.of("Site", "Sighting", "Species", "x");

    @Test
    void findsTheNearestName() {
        assertThat(Suggestion.nearest("Stie", NAMES)).contains("Site");
        assertThat(Suggestion.nearest("species", NAMES)).contains("Species");
        assertThat(Suggestion.nearest("Sightings", NAMES)).contains("Sighting");
    }

    @Test
    void staysSilentWhenNothingIsNear() {
        assertThat(Suggestion.nearest("Weather", NAMES)).isEmpty();
        assertThat(Suggestion.nearest("z", NAMES)).isEmpty();
        assertThat(Suggestion.nearest("", NAMES)).isEmpty();
        assertThat(Suggestion.nearest("Site".repeat(1_000_000), NAMES)).isEmpty();
    }

    @Test
    void countsASwapAsOneStep() {
        assertThat(Suggestion.distance("nmae", "name")).isEqualTo(1);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
    }
}
