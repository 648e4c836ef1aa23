package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreTest extends ObjectStoreTest {
    @TempDir
    Path folder;

    private Path root;
    private ObjectStore store;

    @Override
    ObjectStore open() {
        root = folder.resolve("root");
        store = ObjectStore.open(root.toString());
        return store;
    }

    @Override
    void putForeign(String key) throws Exception {
        Path file = root.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, key);
    }

    @Test
    void leavesNothingBehind() throws Exception {
        store.put("t/x", new byte[1], true);
        store.put("t/x", new byte[2], false);
        assertThatThrownBy(() -> store.put("t/x", new byte[3], true)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(root.resolve("t").toFile().list()).containsExactly("x");
    }

    @Test
    void showsNothingUnfinishedAndSweepsItWhenItIsOld() throws Exception {
        store.put("t/x", new byte[1], true);
        Instant now = Instant.now();
        Path old = unfinished("t/.tmp-" + UUID.randomUUID(), now.minus(Duration.ofDays(2)));
        Path deep = unfinished("t/y/.tmp-" + UUID.randomUUID(), now.minus(Duration.ofDays(2)));
        Path fresh = unfinished("t/.tmp-" + UUID.randomUUID(), now);
        Path foreign = unfinished("t/.tmp-of-mine", now.minus(Duration.ofDays(2)));
        Path beside = unfinished("u/.tmp-" + UUID.randomUUID(), now.minus(Duration.ofDays(2)));

        assertThat(store.listAll("t")).extracting(StoredObject::key).containsExactly("t/.tmp-of-mine", "t/x");
        assertThat(store.listFrom("t/")).extracting(StoredObject::key).containsExactly("t/.tmp-of-mine", "t/x");
        assertThat(store.sweep("t", now.minus(Duration.ofDays(1)))).isEqualTo(2);
        assertThat(old).doesNotExist();
        assertThat(deep).doesNotExist();
        assertThat(fresh).exists();
        assertThat(foreign).exists();
        assertThat(beside).exists();
    }

    private Path unfinished(String key, Instant modified) throws IOException {
        Path file = root.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "half written");
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return file;
    }

    @Test
    void linksDoNotLeadListingsAndSweepsOutOfTheRoot() throws Exception {
        Path outside = Files.createDirectories(folder.resolve("outside/deep"));
        Path secret = Files.writeString(outside.resolve("secret"), "not ours");
        Path unfinished = Files.writeString(outside.resolve(".tmp-" + UUID.randomUUID()), "not ours");
        store.put("t/x", new byte[1], true);
        Files.createSymbolicLink(root.resolve("t/folder"), outside);
        Files.createSymbolicLink(root.resolve("t/file"), secret);
        Files.createSymbolicLink(root.resolve("t/loop"), root);
        Files.createSymbolicLink(root.resolve("linked"), outside);

        assertThat(store.listAll("t")).extracting(StoredObject::key).containsExactly("t/x");
        assertThat(store.sweep("t", Instant.now().plusSeconds(60))).isZero();
        assertThatThrownBy(() -> store.listAll("linked")).hasMessageContaining("symbolic link");
        assertThatThrownBy(() -> store.sweep("linked", Instant.now())).hasMessageContaining("symbolic link");
        store.delete("t/file");
        assertThat(secret).exists();
        assertThat(unfinished).exists();
    }

    @Test
    void theRootItselfMayBeALink() throws Exception {
        Path real = Files.createDirectories(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), real);
        ObjectStore linked = ObjectStore.open(folder.resolve("link").toString());
        linked.put("t/x", "one".getBytes(UTF_8), true);

        assertThat(linked.listAll("t")).extracting(StoredObject::key).containsExactly("t/x");
        assertThat(real.resolve("t/x")).exists();
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        store.put("x", new byte[1], true);

        assertThatThrownBy(() -> store.put("x/y/z", new byte[1], true))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("is a file");
        assertThat(store.listFrom("x/")).isEmpty();
    }

    @Test
    void aFolderIsNoObjectToReplace() throws Exception {
        store.put("t/x", new byte[1], true);

        assertThatThrownBy(() -> store.put("t", new byte[1], true)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void saysWhatARootMayBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectStore.open("gs://bucket"))
                .withMessageContaining("s3://bucket")
                .withMessageContaining("gs://bucket");
    }
}
