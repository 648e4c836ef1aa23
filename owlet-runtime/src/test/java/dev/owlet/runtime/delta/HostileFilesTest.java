package dev.owlet.runtime.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.delta.Samples.Everything;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken files give a sentence that names them, whatever is broken. */
class HostileFilesTest {
    @TempDir
    Path folder;

    private ObjectStore store;
    private RowFiles<Everything> files;
    private byte[] good;

    @BeforeEach
    void write() throws IOException {
        store = ObjectStore.open(folder.toString());
        files = new RowFiles<>(Samples.TYPE, store, "t");
        List<Everything> rows =
                LongStream.range(0, 1200).mapToObj(Samples::full).toList();
        good = store.get("t/" + files.write(rows).decodedPath());
    }

    private DataFile file(byte[] bytes) throws IOException {
        store.put("t/broken.parquet", bytes, false);
        return new DataFile("broken.parquet", Map.of(), bytes.length, 1, Optional.empty());
    }

    private void assertRefused(byte[] bytes) throws IOException {
        DataFile broken = file(bytes);
        assertThatThrownBy(() -> files.read(broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("file t/broken.parquet cannot be read: ");
    }

    @Test
    void cutFilesAreRefused() throws Exception {
        for (int length : new int[] {0, 1, 4, 8, 11, 12, good.length / 2, good.length - 1}) {
            assertRefused(Arrays.copyOf(good, length));
        }
        assertRefused(Arrays.copyOfRange(good, 5, good.length));
    }

    @Test
    void otherFilesAreRefused() throws Exception {
        assertRefused("id,name\n1,owl\n".repeat(10).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        byte[] encrypted = good.clone();
        System.arraycopy(new byte[] {'P', 'A', 'R', 'E'}, 0, encrypted, good.length - 4, 4);
        assertRefused(encrypted);
    }

    @Test
    void absurdLengthsOfTheFooterAreRefused() throws Exception {
        for (int length : new int[] {0, 1, 7, good.length, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            byte[] broken = good.clone();
            ByteBuffer.wrap(broken).order(ByteOrder.LITTLE_ENDIAN).putInt(good.length - 8, length);
            assertRefused(broken);
        }
    }

    /** A changed byte is found out, or does not matter, or gives other values: never an error of the machine. */
    @Test
    void anyByteMayBeWrong() throws Exception {
        Random random = new Random(5);
        int footer = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getInt(good.length - 8) + 8;
        for (int i = 0; i < 600; i++) {
            byte[] broken = good.clone();
            int at = i % 2 == 0 ? good.length - 1 - random.nextInt(footer) : random.nextInt(good.length);
            broken[at] = (byte) random.nextInt(256);
            DataFile file = file(broken);
            try {
                files.read(file);
                try (var rows = files.scan(
                        file, Samples.ID.lt(5L).or(Filter.<Everything>all().and(Samples.TEXT.isNull())))) {
                    assertThat(rows.count()).isNotNegative();
                }
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("t/broken.parquet");
            } catch (java.io.UncheckedIOException e) {
                assertThat(e.getCause()).hasMessageContaining("t/broken.parquet");
            }
        }
    }
}
