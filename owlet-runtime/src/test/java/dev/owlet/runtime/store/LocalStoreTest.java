package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalStoreTest {
    @TempDir
    Path folder;

    private ObjectStore store;

    @BeforeEach
    void open() {
        store = ObjectStore.open(folder.resolve("root").toString());
    }

    @Test
    void givesBackWhatWasPut() throws Exception {
        store.put("a/b/c.txt", "one".getBytes(UTF_8), true);

        assertThat(store.get("a/b/c.txt")).asString(UTF_8).isEqualTo("one");
        assertThat(store.head("a/b/c.txt").size()).isEqualTo(3);
        assertThat(store.head("a/b/c.txt").key()).isEqualTo("a/b/c.txt");
    }

    @Test
    void creationDoesNotReplace() throws Exception {
        store.put("x", "one".getBytes(UTF_8), true);

        assertThatThrownBy(() -> store.put("x", "two".getBytes(UTF_8), true))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(store.get("x")).asString(UTF_8).isEqualTo("one");
    }

    @Test
    void otherwisePutReplacesAndLeavesNothingBehind() throws Exception {
        store.put("x", "one".getBytes(UTF_8), false);
        store.put("x", "two".getBytes(UTF_8), false);

        assertThat(store.get("x")).asString(UTF_8).isEqualTo("two");
        assertThat(folder.resolve("root")).isDirectoryContaining("glob:**/x");
        assertThat(folder.resolve("root").toFile().list()).hasSize(1);
    }

    @Test
    void exactlyOneOfManyCreatorsWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> creators = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                byte[] bytes = Integer.toString(i).getBytes(UTF_8);
                creators.add(() -> creates(bytes));
            }
            int winners = 0;
            for (Future<Boolean> creator : threads.invokeAll(creators)) {
                winners += creator.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean creates(byte[] bytes) throws Exception {
        try {
            store.put("contended", bytes, true);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    @Test
    void listsOneFolderFromANameOn() throws Exception {
        for (String key : List.of("log/2", "log/1", "log/3", "log/sub/4", "other/5")) {
            store.put(key, new byte[0], true);
        }
        Files.writeString(folder.resolve("root/log/.tmp-half"), "half written");

        assertThat(store.listFrom("log/")).extracting(StoredObject::key).containsExactly("log/1", "log/2", "log/3");
        assertThat(store.listFrom("log/2")).extracting(StoredObject::key).containsExactly("log/2", "log/3");
        assertThat(store.listFrom("absent/1")).isEmpty();
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertThatThrownBy(() -> store.get("none")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.head("none")).isInstanceOf(NoSuchFileException.class);
        assertThat(store.delete("none")).isFalse();
    }

    @Test
    void deletes() throws Exception {
        store.put("x", new byte[1], true);

        assertThat(store.delete("x")).isTrue();
        assertThatThrownBy(() -> store.get("x")).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "..",
                "../x",
                "a/../../x",
                "a/./b",
                "a//b",
                "a/",
                "C:/x",
                "a\\..\\b",
                "a\u0000b",
                "a\nb",
                "con:",
                "a*",
                "nul.",
                "a /b"
            })
    void refusesKeysThatCouldLeadElsewhere(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.get(key)).withMessageStartingWith("key ");
        assertThatIllegalArgumentException().isThrownBy(() -> store.put(key, new byte[0], false));
        assertThatIllegalArgumentException().isThrownBy(() -> store.delete(key));
    }

    @Test
    void saysThatBucketsComeLater() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectStore.open("s3://bucket"))
                .withMessageContaining("s3://bucket");
    }
}
