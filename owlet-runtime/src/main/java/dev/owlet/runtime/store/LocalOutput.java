package dev.owlet.runtime.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file under a temporary name, which {@link AtomicFile} makes its own at the end. */
final class LocalOutput extends ObjectOutput {
    private final String key;
    private final Path file;
    private final boolean ifAbsent;
    private final Path temporary;
    private final FileChannel channel;

    LocalOutput(String key, Path file, boolean ifAbsent) throws IOException {
        this.key = key;
        this.file = file;
        this.ifAbsent = ifAbsent;
        temporary = AtomicFile.temporary(file);
        channel = AtomicFile.open(temporary);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void commit() throws IOException {
        channel.force(true);
        channel.close();
        if (!ifAbsent) {
            AtomicFile.replace(file, temporary);
        } else if (!AtomicFile.create(file, temporary)) {
            throw new FileAlreadyExistsException(key);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
