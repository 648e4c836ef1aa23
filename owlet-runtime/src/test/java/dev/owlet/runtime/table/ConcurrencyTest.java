package dev.owlet.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Places.PlaceTable;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ConcurrencyTest {
    private static final int ROUNDS = 6;

    @TempDir
    Path folder;

    private Process start(String name, int rounds) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Hammer.class.getName(),
                        folder.toString(),
                        name,
                        Integer.toString(rounds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Map<String, Stored<Places.Place>> rows() {
        PlaceTable places = new Tables(ObjectStore.open(folder.toString())).add(new PlaceTable());
        try (var rows = places.scan(Filter.all())) {
            return rows.collect(
                    Collectors.toMap(stored -> stored.row().code(), Function.identity())); // or a double key
        }
    }

    @Test
    void threadsAndProcessesLoseNothing() throws Exception {
        List<Process> processes = List.of(start("p1", ROUNDS), start("p2", ROUNDS));
        List<Thread> threads = new ArrayList<>();
        Hammer here = new Hammer(folder.toString(), "t");
        for (String name : List.of("t", "own")) {
            Hammer hammer = name.equals("own") ? new Hammer(folder.toString(), "own") : here;
            threads.add(new Thread(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    hammer.round(round);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }

        Map<String, Stored<Places.Place>> rows = rows();

        Set<String> expected = new HashSet<>(Set.of("count"));
        for (int round = 0; round < ROUNDS; round++) {
            for (String name : List.of("p1", "p2", "t", "own", "shared")) {
                expected.add(name + "-" + round);
            }
        }
        assertThat(rows.keySet()).isEqualTo(expected);
        assertThat(rows.get("count").row().name()).isEqualTo(Integer.toString(4 * ROUNDS));
        assertThat(rows.get("count").version()).isEqualTo(4L * ROUNDS + 1);
    }

    @Test
    void whatWasAcknowledgedSurvivesAKilledWriter() throws Exception {
        Process process = start("p", 10_000);
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (acknowledged.size() < 4) {
                acknowledged.add(lines.readLine());
            }
            process.destroyForcibly().waitFor();
        }

        assertThat(rows().keySet()).containsAll(acknowledged);
        new Hammer(folder.toString(), "after").round(0);
        assertThat(rows()).containsKey("after-0");
    }

    @Test
    void whatNoCommitNamesIsNotThere() throws Exception {
        Hammer hammer = new Hammer(folder.toString(), "t");
        hammer.round(0);
        int before = rows().size();
        Path table = folder.resolve("delta/place");
        try (var files = Files.list(table)) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.copy(file, table.resolve("part-orphan.parquet"));
        }
        Files.writeString(table.resolve("_delta_log/.tmp-half"), "{\"commitInfo\":");
        Files.writeString(table.resolve(".tmp-half"), "PAR1");

        assertThat(rows()).hasSize(before);
        hammer.round(1);
        assertThat(rows()).hasSize(before + 2);
    }
}
