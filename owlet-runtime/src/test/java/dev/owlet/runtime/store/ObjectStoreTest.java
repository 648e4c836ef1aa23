package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store promises. Those who test one extend this and say how to open an empty one. */
abstract class ObjectStoreTest {
    private ObjectStore store;

    abstract ObjectStore open() throws Exception;

    /** Puts an object as another program would, under a name that {@link Keys} may refuse. */
    abstract void putForeign(String key) throws Exception;

    /** What Keys refuses, and what XML and addresses need escapes for. */
    List<String> strangeNames() {
        return List.of("t/a b.txt.", "t/what?", "t/x:y", "t/100% <&> \"+\"", "t/line\nbreak", "t/back\\slash");
    }

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void givesBackWhatWasPut() throws Exception {
        store.put("a/b/c.txt", bytes("one"), true);

        assertThat(store.get("a/b/c.txt")).asString(UTF_8).isEqualTo("one");
        StoredObject found = store.head("a/b/c.txt");
        assertThat(found.key()).isEqualTo("a/b/c.txt");
        assertThat(found.size()).isEqualTo(3);
        assertThat(Duration.between(found.modified(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void keepsEmptyAndLargeObjects() throws Exception {
        byte[] large = new byte[3_000_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31 + i / 7);
        }
        store.put("empty", new byte[0], true);
        store.put("large", large, true);

        assertThat(store.get("empty")).isEmpty();
        assertThat(store.get("empty", 0, 10)).isEmpty();
        assertThat(store.get("large")).isEqualTo(large);
    }

    @Test
    void givesParts() throws Exception {
        store.put("x", bytes("0123456789"), true);

        assertThat(store.get("x", 2, 3)).asString(UTF_8).isEqualTo("234");
        assertThat(store.get("x", 8, 100)).asString(UTF_8).isEqualTo("89");
        assertThat(store.get("x", 10, 1)).isEmpty();
        assertThat(store.get("x", 5_000_000_000L, 1)).isEmpty();
        assertThatThrownBy(() -> store.get("none", 0, 1)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void creationDoesNotReplace() throws Exception {
        store.put("x", bytes("one"), true);

        for (String other : List.of("two", "onE", "one more", "")) {
            assertThatThrownBy(() -> store.put("x", bytes(other), true)).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(store.get("x")).asString(UTF_8).isEqualTo("one");
    }

    @Test
    void equalBytesCountAsCreated() throws Exception {
        store.put("x", bytes("one"), true);
        store.put("empty", new byte[0], true);

        assertThatCode(() -> store.put("x", bytes("one"), true)).doesNotThrowAnyException();
        assertThatCode(() -> store.put("empty", new byte[0], true)).doesNotThrowAnyException();
    }

    @Test
    void takesAnObjectPieceByPiece() throws Exception {
        byte[] piece = new byte[1_000_003];
        for (int i = 0; i < piece.length; i++) {
            piece[i] = (byte) (i * 31 + i / 7);
        }
        try (ObjectOutput out = store.output("large", true)) {
            for (int i = 0; i < 18; i++) {
                out.write(piece);
            }
            assertThatThrownBy(() -> store.head("large")).isInstanceOf(NoSuchFileException.class);
            out.commit();
        }
        assertThat(store.head("large").size()).isEqualTo(18L * piece.length);
        assertThat(store.get("large", 17L * piece.length, piece.length)).isEqualTo(piece);
    }

    @Test
    void anObjectThatIsNotCommittedNeverWas() throws Exception {
        for (int size : new int[] {10, 9 << 20}) {
            try (ObjectOutput out = store.output("a/x", false)) {
                out.write(new byte[size]);
            }
        }
        assertThatThrownBy(() -> store.head("a/x")).isInstanceOf(NoSuchFileException.class);
        assertThat(store.listAll("a")).isEmpty();
    }

    @Test
    void piecesReplaceOnlyWhenAskedTo() throws Exception {
        store.put("x", bytes("one"), true);
        for (int size : new int[] {10, 9 << 20}) {
            try (ObjectOutput out = store.output("x", true)) {
                out.write(new byte[size]);
                assertThatThrownBy(out::commit).isInstanceOf(FileAlreadyExistsException.class);
            }
            assertThat(store.get("x")).asString(UTF_8).isEqualTo("one");
        }
        try (ObjectOutput out = store.output("x", false)) {
            out.write('2');
            out.commit();
        }
        assertThat(store.get("x")).asString(UTF_8).isEqualTo("2");
    }

    @Test
    void otherwisePutReplaces() throws Exception {
        store.put("x", bytes("one"), false);
        store.put("x", bytes("two"), false);

        assertThat(store.get("x")).asString(UTF_8).isEqualTo("two");
        assertThat(store.listFrom("")).extracting(StoredObject::key).containsExactly("x");
    }

    @Test
    void exactlyOneOfManyCreatorsWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> creators = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                byte[] bytes = bytes(Integer.toString(i));
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

    private void putAll(String... keys) throws Exception {
        for (String key : keys) {
            store.put(key, bytes(key), true);
        }
    }

    @Test
    void listsOneFolderFromANameOn() throws Exception {
        putAll("log/2", "log/1", "log/3", "log/10", "log/sub/4", "logs/5", "other/6", "7");

        assertThat(store.listFrom("log/"))
                .extracting(StoredObject::key)
                .containsExactly("log/1", "log/10", "log/2", "log/3");
        assertThat(store.listFrom("log/2")).extracting(StoredObject::key).containsExactly("log/2", "log/3");
        assertThat(store.listFrom("log/11")).extracting(StoredObject::key).containsExactly("log/2", "log/3");
        assertThat(store.listFrom("log/4")).isEmpty();
        assertThat(store.listFrom("absent/1")).isEmpty();
        assertThat(store.listFrom("7")).extracting(StoredObject::key).containsExactly("7");
        assertThat(store.listFrom("log/10").get(0).size()).isEqualTo(6);
    }

    @Test
    void listsAllBelowAFolderByKey() throws Exception {
        putAll("t/a/1", "t/a.txt", "t/a-b/c/2", "t/b", "tt/3");

        assertThat(store.listAll("t"))
                .extracting(StoredObject::key)
                .containsExactly("t/a-b/c/2", "t/a.txt", "t/a/1", "t/b");
        assertThat(store.listAll("t/a")).extracting(StoredObject::key).containsExactly("t/a/1");
        assertThat(store.listAll("absent")).isEmpty();
        assertThat(store.listAll("t/b")).isEmpty();
    }

    @Test
    void listsInTheOrderOfCodePoints() throws Exception {
        putAll("t/\uFB01", "t/\uD83E\uDD89", "t/z", "t/\u00E9");

        assertThat(store.listFrom("t/"))
                .extracting(StoredObject::key)
                .containsExactly("t/z", "t/\u00E9", "t/\uFB01", "t/\uD83E\uDD89");
        assertThat(store.listFrom("t/\uD83E\uDD89")).hasSize(1);
    }

    @Test
    void listsForeignNamesAsTheyAre() throws Exception {
        List<String> strange = strangeNames();
        for (String key : strange) {
            putForeign(key);
        }
        putForeign("t/sub*/x");

        assertThat(store.listFrom("t/")).extracting(StoredObject::key).containsExactlyInAnyOrderElementsOf(strange);
        assertThat(store.listAll("t"))
                .extracting(StoredObject::key)
                .containsAll(strange)
                .contains("t/sub*/x");
    }

    @Test
    void keepsWhatNamesInPartitionsNeed() throws Exception {
        String key = "t/species=Strix aluco%2Fa+b&c=d/café-\uD83E\uDD89#1.parquet";
        store.put(key, bytes("x"), true);

        assertThat(store.get(key)).asString(UTF_8).isEqualTo("x");
        assertThat(store.head(key).key()).isEqualTo(key);
        assertThat(store.listAll("t")).extracting(StoredObject::key).containsExactly(key);
        store.delete(key);
        assertThat(store.listAll("t")).isEmpty();
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        putAll("folder/x");

        for (String key : List.of("none", "none/below", "folder", "folder/x/below")) {
            assertThatThrownBy(() -> store.get(key))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessage(key);
            assertThatThrownBy(() -> store.get(key, 0, 1))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessage(key);
            assertThatThrownBy(() -> store.head(key))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessage(key);
        }
    }

    @Test
    void deletes() throws Exception {
        putAll("x", "folder/x");

        store.delete("x");
        store.delete("none");
        store.delete("folder");

        assertThatThrownBy(() -> store.get("x")).isInstanceOf(NoSuchFileException.class);
        assertThat(store.get("folder/x")).isNotEmpty();
    }

    @Test
    void sweepingLeavesWhatIsWhole() throws Exception {
        putAll("t/x", "t/y/z");

        assertThat(store.sweep("t", Instant.now().plusSeconds(60))).isZero();
        assertThat(store.sweep("absent", Instant.now())).isZero();
        assertThat(store.listAll("t")).hasSize(2);
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
        assertThatIllegalArgumentException().isThrownBy(() -> store.get(key, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> store.head(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store.put(key, new byte[0], false));
        assertThatIllegalArgumentException().isThrownBy(() -> store.put(key, new byte[0], true));
        assertThatIllegalArgumentException().isThrownBy(() -> store.delete(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store.listAll(key));
    }

    @Test
    void keysHaveAtMost1024Bytes() {
        assertThat(Keys.require("a/".repeat(511) + "bb")).hasSize(1024);
        assertThatIllegalArgumentException().isThrownBy(() -> Keys.require("a/".repeat(511) + "bbb"));
        assertThatIllegalArgumentException().isThrownBy(() -> Keys.require("\u00E9".repeat(513))); // two bytes each
    }
}
