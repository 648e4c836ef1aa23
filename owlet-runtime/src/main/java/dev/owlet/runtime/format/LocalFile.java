package dev.owlet.runtime.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file on this machine. */
record LocalFile(String name, Path path, long size) implements FileSource {
    static LocalFile of(Path path) throws IOException {
        return new LocalFile(String.valueOf(path.getFileName()), path, Files.size(path));
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public byte[] read(long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(length, size - from)));
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            channel.position(from);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until all is there
            }
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
