package dev.owlet.runtime.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Files that hold gigabytes of the same in megabytes: one packed block, over and over. They are whole and valid. */
final class Bombs {
    private static final int BLOCK = 1 << 20;

    /** @param packed by deflate (RFC 1951) */
    record Packed(byte[] packed, long size, int crc) {}

    private Bombs() {}

    /** @param unit repeated until there are so many bytes between {@code head} and {@code tail} */
    static Packed packed(String head, String unit, long size, String tail) {
        byte[] block = unit.repeat(BLOCK / unit.length()).getBytes(UTF_8);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CRC32 crc = new CRC32();
        long total = append(deflater, head.getBytes(UTF_8), out, crc);
        byte[] again = flushed(deflater, block);
        for (; total < size; total += block.length) {
            out.writeBytes(again);
            crc.update(block);
        }
        total += append(deflater, tail.getBytes(UTF_8), out, crc);
        out.writeBytes(new byte[] {3, 0}); // the last block, without anything
        deflater.end();
        return new Packed(out.toByteArray(), total, (int) crc.getValue());
    }

    static Packed packed(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CRC32 crc = new CRC32();
        append(deflater, bytes, out, crc);
        out.writeBytes(new byte[] {3, 0});
        deflater.end();
        return new Packed(out.toByteArray(), bytes.length, (int) crc.getValue());
    }

    private static long append(Deflater deflater, byte[] bytes, ByteArrayOutputStream out, CRC32 crc) {
        out.writeBytes(flushed(deflater, bytes));
        crc.update(bytes);
        return bytes.length;
    }

    /** Ends at a byte and refers to nothing before, so that it can be repeated. */
    private static byte[] flushed(Deflater deflater, byte[] bytes) {
        deflater.reset();
        deflater.setInput(bytes);
        byte[] buffer = new byte[bytes.length + 1024];
        return Arrays.copyOf(buffer, deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH));
    }

    static byte[] gzip(Packed content) {
        ByteBuffer out = ByteBuffer.allocate(content.packed.length + 18).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0}).put(content.packed);
        return out.putInt(content.crc).putInt((int) content.size).array();
    }

    static byte[] zip(Map<String, Packed> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, Integer> places = new LinkedHashMap<>();
        entries.forEach((name, content) -> {
            places.put(name, out.size());
            out.writeBytes(entry(0x04034b50, name, content, 0));
            out.writeBytes(content.packed);
        });
        int directory = out.size();
        entries.forEach((name, content) -> out.writeBytes(entry(0x02014b50, name, content, places.get(name))));
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putInt(0).putShort((short) entries.size()).putShort((short) entries.size());
        out.writeBytes(end.putInt(out.size() - directory).putInt(directory).array());
        return out.toByteArray();
    }

    /** The header of an entry, local or of the directory, with its size in 64 bits. */
    private static byte[] entry(int signature, String name, Packed content, int place) {
        boolean local = signature == 0x04034b50;
        byte[] text = name.getBytes(UTF_8);
        int extra = local ? 20 : 12;
        ByteBuffer out =
                ByteBuffer.allocate((local ? 30 : 46) + text.length + extra).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(signature);
        if (!local) {
            out.putShort((short) 45);
        }
        out.putShort((short) 45).putShort((short) 0).putShort((short) 8).putInt(0x21 << 16);
        out.putInt(content.crc).putInt(local ? -1 : content.packed.length).putInt(-1);
        out.putShort((short) text.length).putShort((short) extra);
        if (!local) {
            out.putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(place);
        }
        out.put(text).putShort((short) 1).putShort((short) (extra - 4)).putLong(content.size);
        if (local) {
            out.putLong(content.packed.length);
        }
        return out.array();
    }
}
