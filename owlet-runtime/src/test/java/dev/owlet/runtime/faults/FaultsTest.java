package dev.owlet.runtime.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker of {@link FaultRun} itself: it finds nothing where nothing is wrong, and finds what is. */
class FaultsTest {
    private static final String ROW = "own-row";

    @TempDir
    Path folder;

    private Path journals;

    @BeforeEach
    void write() throws IOException {
        journals = Files.createDirectory(folder.resolve("journals"));
        work("nests", "prepare", Nests.ROUNDS);
        work("mix", "w0", 12);
        work("mix", "w1", 12);
        work("hammer", "w2", 4);
        send("last", new Request("last", "Nest", false, List.of(insert(ROW))));
    }

    private static Step insert(String code) {
        return Step.put(Step.Action.INSERT, code, Rows.nest(code, 5));
    }

    private WatchedStore store() {
        return new WatchedStore(ObjectStore.open(folder.resolve("tables").toString()));
    }

    private void work(String what, String writer, int rounds) throws IOException {
        try (Journal journal = new Journal(journals.resolve(writer))) {
            Work work = Work.of(what, writer, 1, new Sender(store(), journal, Clock.systemUTC()));
            for (int round = 0; round < rounds; round++) {
                work.round(round);
            }
        }
    }

    private void send(String writer, Request request) throws IOException {
        try (Journal journal = new Journal(journals.resolve(writer))) {
            new Sender(store(), journal, Clock.systemUTC()).send(request);
        }
    }

    private List<String> check() throws IOException {
        return new Checker(store(), Journals.in(journals), Optional.empty()).run();
    }

    private Path lastCommit() throws IOException {
        try (var files = Files.list(folder.resolve("tables/delta/nest/_delta_log"))) {
            return files.filter(file -> file.toString().matches(".*/\\d{20}\\.json"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    @Test
    void nothingIsFoundWhereNothingIsWrong() throws IOException {
        assertThat(check()).isEmpty();
    }

    @Test
    void aLostCommitIsFound() throws IOException {
        Files.delete(lastCommit());

        assertThat(check()).anyMatch(finding -> finding.contains("acknowledged, but lost") && finding.contains("last"));
    }

    @Test
    void aCommitThatWasReplacedIsFound() throws IOException {
        Path last = lastCommit();
        Files.writeString(last, Files.readString(last).replace("\"userName\":\"last\"", "\"userName\":\"w0.0\""));

        assertThat(check()).anyMatch(finding -> finding.contains("acknowledged, but lost"));
    }

    @Test
    void anAnswerThatCannotBeIsFound() throws IOException {
        try (Journal journal = new Journal(journals.resolve("liar"))) {
            Request request = new Request("liar.1", "Nest", false, List.of(insert(ROW)));
            journal.intent(request);
            journal.answer(new Answer("liar.1", 20, false, List.of("C \"1-0\""), 0));
        }

        assertThat(check()).anyMatch(finding -> finding.contains("liar.1"));
    }

    @Test
    void aMissingFileIsFound() throws IOException {
        try (var files = Files.list(folder.resolve("tables/delta/nest"))) {
            Files.delete(files.filter(Files::isRegularFile)
                    .max((a, b) ->
                            Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
                    .orElseThrow());
        }

        assertThat(check()).anyMatch(finding -> finding.contains("missing"));
    }

    @Test
    void aWriteThatWasDoneAndNotAcknowledgedIsNoFault() throws IOException {
        Path journal = journals.resolve("last");
        Files.write(journal, Files.readAllLines(journal).subList(0, 1));

        assertThat(check()).isEmpty();
    }
}
