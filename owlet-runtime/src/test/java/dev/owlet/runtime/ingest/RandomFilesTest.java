package dev.owlet.runtime.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.ingest.Aviary.Bird;
import dev.owlet.runtime.ingest.Aviary.Cage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random files, one after the other into one table, beside a model that holds all in maps and looks at row by row. */
class RandomFilesTest {
    private static final int FILES = 10;

    @TempDir
    Path folder;

    private final Map<Integer, Bird> table = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void asTheModelHasIt(long seed) throws IOException {
        Random random = new Random(seed);
        Aviary aviary = new Aviary(folder.toString());
        aviary.cages.append(List.of(new Cage("A"), new Cage("B")), "ann");
        for (int file = 0; file < FILES; file++) {
            boolean upsert = random.nextBoolean();
            List<Bird> birds = birds(random, 1 + random.nextInt(40));
            String csv =
                    Aviary.HEADER + birds.stream().map(RandomFilesTest::line).collect(Collectors.joining("\n")) + "\n";
            IngestReport report = upsert ? aviary.upsert("u" + file, csv) : aviary.insert("u" + file, csv);
            Set<Integer> refused = load(birds, upsert);
            String told = "seed " + seed + " file " + file + (upsert ? " upsert\n" : " insert\n") + csv;
            assertThat(report.first().stream().map(row -> (int) row.index()).toList())
                    .as(told)
                    .containsExactlyElementsOf(refused.stream().sorted().toList());
            assertThat(report.first())
                    .as(told)
                    .allMatch(row -> !row.violations().isEmpty());
            assertThat(aviary.now()).as(told).isEqualTo(table);
            assertThat(report.accepted()).isEqualTo(birds.size() - refused.size());
        }
    }

    private static List<Bird> birds(Random random, int count) {
        List<Bird> birds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            birds.add(new Bird(
                    random.nextInt(60),
                    random.nextInt(3) == 0 ? null : "r" + random.nextInt(60),
                    random.nextInt(8) == 0 ? "Z" : random.nextBoolean() ? "A" : "B",
                    random.nextInt(3) == 0 ? random.nextInt(60) : null,
                    random.nextInt(1000)));
        }
        return birds;
    }

    private static String line(Bird bird) {
        return bird.number() + "," + text(bird.ring()) + "," + text(bird.cage()) + "," + text(bird.mother()) + ","
                + text(bird.weight());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Row by row, each seeing those before it; a ring that was given up counts as taken. @return refused rows */
    private Set<Integer> load(List<Bird> birds, boolean upsert) {
        Set<Integer> refused = new HashSet<>();
        Map<Integer, Integer> in = new HashMap<>();
        Map<String, Integer> rings = new HashMap<>();
        table.values().forEach(bird -> rings.put(String.valueOf(bird.ring()), bird.number()));
        rings.remove("null");
        for (int i = 0; i < birds.size(); i++) {
            Bird bird = birds.get(i);
            int number = bird.number();
            boolean known = in.containsKey(number) || (table.containsKey(number) && !upsert);
            boolean free = bird.ring() == null || Objects.equals(rings.getOrDefault(bird.ring(), number), number);
            if (!Set.of("A", "B").contains(String.valueOf(bird.cage())) || !free || known) {
                refused.add(i);
                continue;
            }
            in.put(number, i);
            if (bird.ring() != null) {
                rings.put(bird.ring(), number);
            }
        }
        withoutOrphans(birds, in, refused);
        in.forEach((number, i) -> table.put(number, birds.get(i)));
        return refused;
    }

    private void withoutOrphans(List<Bird> birds, Map<Integer, Integer> in, Set<Integer> refused) {
        boolean more = true;
        while (more) {
            more = in.values().removeIf(i -> {
                Integer mother = birds.get(i).mother();
                boolean orphan = mother != null && !table.containsKey(mother) && !in.containsKey(mother);
                if (orphan) {
                    refused.add(i);
                }
                return orphan;
            });
        }
    }
}
