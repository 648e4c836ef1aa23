package dev.owlet.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import dev.owlet.runtime.table.Places.Visit;
import dev.owlet.runtime.table.Places.VisitTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References between tables, written by several processes: each has tables of its own on the same folder. */
class ClaimsTest {
    private static final int PLACES = 12;

    @TempDir
    Path folder;

    /** What one process has. */
    private final class Process {
        private final Tables tables = new Tables(ObjectStore.open(folder.toString()));
        private final PlaceTable places = tables.add(new PlaceTable());
        private final VisitTable visits = tables.add(new VisitTable());

        boolean visit(int year, int number, String place) {
            return visits.append(List.of(new Visit(year, number, place, List.of())), "ann")
                            .outcomes()
                            .get(0)
                    instanceof Outcome.Created;
        }

        boolean delete(String place) {
            return places.write(
                                    List.of(new Change.Delete<>(List.of(place), java.util.Optional.empty())),
                                    WriteOptions.by("bob", "DELETE"))
                            .outcomes()
                            .get(0)
                    instanceof Outcome.Deleted;
        }

        Set<String> codes() {
            return places.scan(Filter.all()).map(stored -> stored.row().code()).collect(Collectors.toSet());
        }
    }

    @Test
    void noRowRefersToOneThatAnotherProcessDeletes() throws Exception {
        Process first = new Process();
        List<Place> rows =
                IntStream.range(0, PLACES).mapToObj(i -> Place.of("p" + i)).toList();
        first.places.append(rows, "ann");
        List<Callable<Integer>> work = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            int year = writer;
            Process other = new Process();
            work.add(() -> (int) IntStream.range(0, PLACES)
                    .filter(i -> other.visit(year, i, "p" + (i + year) % PLACES))
                    .count());
        }
        for (int deleter = 0; deleter < 2; deleter++) {
            int from = deleter;
            Process other = new Process();
            work.add(() -> -(int) IntStream.range(0, PLACES)
                    .filter(i -> i % 2 == from && other.delete("p" + i))
                    .count());
        }

        int visits = 0;
        int deleted = 0;
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        for (Future<Integer> done : threads.invokeAll(work)) {
            visits += Math.max(0, done.get());
            deleted -= Math.min(0, done.get());
        }
        threads.shutdown();

        Process later = new Process();
        Set<String> codes = later.codes();
        assertThat(codes).hasSize(PLACES - deleted);
        List<String> visited = later.visits
                .scan(Filter.all())
                .map(stored -> stored.row().place())
                .toList();
        assertThat(visited).hasSize(visits).isSubsetOf(codes);
    }

    @Test
    void aDeletionLeavesNoClaim() throws Exception {
        Process process = new Process();
        process.places.append(List.of(Place.of("a"), Place.of("b")), "ann");
        process.visit(1, 1, "b");

        assertThat(process.delete("a")).isTrue();
        assertThat(process.delete("b")).isFalse();

        assertThat(Claims.open(process.places.store().log().latest())).isEmpty();
        assertThat(process.places.history(9)).extracting(HistoryEntry::what).containsExactly("DELETE", "INSERT");
        assertThat(process.visits.history(1)).extracting(HistoryEntry::what).containsExactly("INSERT");
    }

    @Test
    void aClaimWhoseOwnerDiedIsEndedByWhoWaits() throws Exception {
        Process dead = new Process();
        dead.places.append(List.of(Place.of("a")), "ann");
        Claims.make(dead.places.store(), List.of(dead.visits.store()), "ann");

        assertThat(new Process().visit(1, 1, "a")).isTrue();

        assertThat(dead.delete("a")).isFalse();
        assertThat(dead.codes()).containsExactly("a");
    }
}
