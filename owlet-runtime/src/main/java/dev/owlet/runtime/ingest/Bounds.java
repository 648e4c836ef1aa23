package dev.owlet.runtime.ingest;

import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.table.Load;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** What one file may take of time and memory; what needs more is refused, with what they bear. */
final class Bounds {
    /** Part of the time that reading may take for the first time; the rest is for deciding and committing. */
    private static final double READING = 0.6;

    private static final long MB = 1024 * 1024;

    private final FileSource file;
    private final IngestOptions options;
    private final long begun = System.nanoTime();
    private final AtomicLong read = new AtomicLong();

    Bounds(FileSource file, IngestOptions options) {
        this.file = file;
        this.options = options;
    }

    void requireSize() {
        if (file.size() > options.maxBytes()) {
            throw new IngestException("The file has " + megabytes(file.size()) + "; up to "
                    + megabytes(options.maxBytes()) + " are taken at a time. Send it in parts.");
        }
    }

    /** @param rows read so far */
    void requireRoom(long rows) {
        if (rows >= Load.maxRows()) {
            throw new IngestException("The file has more than " + Load.maxRows()
                    + " rows, which is what the memory here bears. Send it in parts.");
        }
        requireTime(READING);
    }

    void requireTime() {
        requireTime(1);
    }

    private void requireTime(double part) {
        options.within().ifPresent(time -> {
            double used = (double) (System.nanoTime() - begun);
            double most = part * time.toNanos();
            if (used > most) {
                long bears = Math.min((long) (read.get() * (most / used)), file.size());
                throw new IngestException("The file takes longer than the " + time.toSeconds()
                        + " seconds that there are: of its " + megabytes(file.size()) + " they bear about "
                        + megabytes(bears) + ". Send it in parts of that size.");
            }
        });
    }

    private static String megabytes(long bytes) {
        return bytes < MB ? (bytes + 1023) / 1024 + " KB" : bytes / MB + " MB";
    }

    /** The file, with what is read of it counted. */
    FileSource counted() {
        return new FileSource() {
            @Override
            public String name() {
                return file.name();
            }

            @Override
            public long size() {
                return file.size();
            }

            @Override
            public InputStream open() throws IOException {
                read.set(0);
                return new Counted(file.open(), read);
            }

            @Override
            public byte[] read(long from, int length) throws IOException {
                byte[] bytes = file.read(from, length);
                read.addAndGet(bytes.length);
                return bytes;
            }
        };
    }

    private static final class Counted extends FilterInputStream {
        private final AtomicLong count;

        Counted(InputStream in, AtomicLong count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                count.incrementAndGet();
            }
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            if (n > 0) {
                count.addAndGet(n);
            }
            return n;
        }
    }
}
