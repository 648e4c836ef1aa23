package dev.owlet.runtime.local;

import dev.owlet.runtime.upload.RejectsFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Refused rows in a new file of the current folder, called after the one they came in. */
final class LocalRejects implements RejectsFile.Target {
    private final Path source;
    private Optional<Path> file = Optional.empty();

    LocalRejects(Path source) {
        this.source = source;
    }

    /** The file; empty as long as no row was refused. */
    Optional<Path> file() {
        return file;
    }

    @Override
    public RejectsFile.Kept open(String suffix) throws IOException {
        Path target = file.isPresent() ? file.get() : unused(suffix);
        file = Optional.of(target);
        return new Written(FileChannel.open(target, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
    }

    /** An earlier import's may be mended by half. */
    private Path unused(String suffix) throws IOException {
        String name = source.getFileName().toString().replaceFirst("(?<=.)\\..*$", "") + "-rejects";
        int number = 1;
        while (true) {
            try {
                return Files.createFile(Path.of(name + (number == 1 ? "." : "-" + number + ".") + suffix));
            } catch (FileAlreadyExistsException e) {
                number++;
            }
        }
    }

    private static final class Written implements RejectsFile.Kept {
        private final FileChannel channel;
        private final OutputStream out;

        Written(FileChannel channel) {
            this.channel = channel;
            out = new BufferedOutputStream(Channels.newOutputStream(channel));
        }

        @Override
        public OutputStream stream() {
            return out;
        }

        @Override
        public void keep() throws IOException {
            out.flush();
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
