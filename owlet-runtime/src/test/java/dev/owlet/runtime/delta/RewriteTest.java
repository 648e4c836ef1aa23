package dev.owlet.runtime.delta;

import static dev.owlet.runtime.delta.LogSamples.SCHEMA;
import static dev.owlet.runtime.delta.LogSamples.WIDER;
import static dev.owlet.runtime.delta.LogSamples.adding;
import static dev.owlet.runtime.delta.LogSamples.by;
import static dev.owlet.runtime.delta.LogSamples.commit;
import static dev.owlet.runtime.delta.LogSamples.file;
import static dev.owlet.runtime.delta.LogSamples.moving;
import static dev.owlet.runtime.delta.LogSamples.removing;
import static dev.owlet.runtime.delta.LogSamples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.owlet.runtime.delta.CommitConflictException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RewriteTest {
    private final MemoryStore store = new MemoryStore();
    private final DeltaLog log = DeltaLog.of(store, "t");
    private final DeltaLog other = DeltaLog.of(store, "t");
    private Snapshot base;

    @BeforeEach
    void create() throws Exception {
        base = log.commit(log.latest(), with(adding(file("a"), file("b"), file("c")), SCHEMA));
    }

    @Test
    void goesOnTopOfWhatCameBetween() throws Exception {
        other.commit(other.latest(), adding(file("d")));
        other.commit(other.latest(), commit(List.of(file("c2")), List.of(file("c"))));

        Snapshot rewritten = log.rewrite(base, moving(file("ab"), file("a"), file("b")));

        assertThat(rewritten.version()).isEqualTo(3);
        assertThat(rewritten.files()).containsExactlyInAnyOrder(file("ab"), file("c2"), file("d"));
        String text = new String(store.get("t/_delta_log/%020d.json".formatted(3)), StandardCharsets.UTF_8);
        assertThat(text).contains("\"dataChange\":false").doesNotContain("\"dataChange\":true");
    }

    @Test
    void givesWayWhenItsFilesWereChanged() throws Exception {
        other.commit(other.latest(), commit(List.of(file("a2")), List.of(file("a"))));

        assertThatExceptionOfType(CommitConflictException.class)
                .isThrownBy(() -> log.rewrite(base, moving(file("ab"), file("a"), file("b"))))
                .matches(e -> e.reason() == Reason.FILES_GONE)
                .withMessageContaining("file a ");
        assertThat(log.latest().files()).containsExactlyInAnyOrder(file("a2"), file("b"), file("c"));
    }

    @Test
    void givesWayWhenTheTableWasChanged() throws Exception {
        other.commit(other.latest(), with(adding(), WIDER));

        assertThatExceptionOfType(CommitConflictException.class)
                .isThrownBy(() -> log.rewrite(base, moving(file("ab"), file("a"), file("b"))))
                .matches(e -> e.reason() == Reason.TABLE_CHANGED);
    }

    @Test
    void changesNothingElse() {
        List<Commit> commits = List.of(
                removing(file("a")),
                adding(file("x")),
                by(moving(file("ab"), file("a")), "app"),
                with(moving(file("ab"), file("a")), WIDER));
        for (Commit commit : commits) {
            assertThatIllegalArgumentException().isThrownBy(() -> log.rewrite(base, commit));
        }
    }
}
