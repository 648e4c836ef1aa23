package dev.owlet.runtime.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.Snappy;

class CodecsTest {
    private static final byte[] TEXT =
            "Barn owl, tawny owl, long-eared owl. ".repeat(300).getBytes(StandardCharsets.UTF_8);

    private final Codecs codecs = new Codecs();

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "LZ4_RAW", "ZSTD"})
    void pagesComeBack(CompressionCodecName codec) throws Exception {
        byte[] noise = new byte[3000];
        new Random(1).nextBytes(noise);
        for (byte[] page : new byte[][] {{}, {7}, TEXT, noise}) {
            BytesInput compressed = codecs.getCompressor(codec).compress(BytesInput.from(page));

            assertThat(PageCodec.array(codecs.getDecompressor(codec).decompress(compressed, page.length)))
                    .isEqualTo(page);
            ByteBuffer input = ByteBuffer.wrap(PageCodec.array(compressed));
            ByteBuffer output = ByteBuffer.allocate(page.length);
            codecs.getDecompressor(codec).decompress(input, input.remaining(), output, page.length);
            assertThat(output.array()).isEqualTo(page);
        }
    }

    /** Files by parquet-java 1.16 with snappy-java 1.1.10.7 and zstd-jni 1.5.7-6: 500 rows of a number and a text. */
    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd"})
    void filesOfNativeCodecsAreRead(String name) throws Exception {
        try (InputStream file = CodecsTest.class.getResourceAsStream(name + ".parquet")) {
            StoredBytes bytes = StoredBytes.of(name, file.readAllBytes());
            OpenFile open = new OpenFile(bytes, Footer.read(bytes));
            try (RowScan<Samples.Everything> rows = open.all(new TypedRows<>(Samples.TYPE, PartitionValues.NONE))) {
                for (int i = 0; i < 500; i++) {
                    Samples.Everything row = rows.next();
                    assertThat(row.id()).isEqualTo(i);
                    assertThat(row.text())
                            .isEqualTo("Barn owl in the old barn, number " + i % 7 + ", heard " + i + " times");
                }
                assertThat(rows.next()).isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SNAPPY", "GZIP", "LZ4_RAW", "ZSTD"})
    void brokenPagesAreRefused(CompressionCodecName codec) throws Exception {
        byte[] compressed = PageCodec.array(codecs.getCompressor(codec).compress(BytesInput.from(TEXT)));
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            byte[] broken = compressed.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                codecs.getDecompressor(codec).decompress(BytesInput.from(broken), TEXT.length);
            } catch (IOException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
        assertThatThrownBy(() -> codecs.getDecompressor(codec).decompress(BytesInput.from(compressed), TEXT.length - 1))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(
                        () -> codecs.getDecompressor(codec).decompress(BytesInput.from(compressed), Integer.MAX_VALUE))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"LZ4", "LZO", "BROTLI"})
    void othersAreRefusedByName(CompressionCodecName codec) {
        assertThatThrownBy(() -> codecs.getDecompressor(codec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(codec.name())
                .hasMessageContaining("not read here");
    }

    /** As parquet-java uses it, for delta-kernel's checkpoints. */
    @Test
    void snappyStandsInForTheNativeOne() throws Exception {
        ByteBuffer plain = ByteBuffer.allocateDirect(TEXT.length).put(TEXT).flip();
        ByteBuffer compressed = ByteBuffer.allocateDirect(Snappy.maxCompressedLength(TEXT.length));

        int length = Snappy.compress(plain, compressed);

        assertThat(compressed.remaining()).isEqualTo(length).isLessThan(TEXT.length / 5);
        assertThat(plain.remaining()).isEqualTo(TEXT.length);
        assertThat(Snappy.uncompressedLength(compressed)).isEqualTo(TEXT.length);
        ByteBuffer back = ByteBuffer.allocateDirect(TEXT.length);
        assertThat(Snappy.uncompress(compressed, back)).isEqualTo(TEXT.length);
        assertThat(back).isEqualTo(plain);
        assertThatThrownBy(() -> Snappy.uncompressedLength(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1, -1, -1})))
                .isInstanceOf(IOException.class);
    }
}
