package dev.owlet.runtime.ingest;

import dev.owlet.runtime.format.FormatReport;
import java.io.IOException;

/** Takes the rows that did not get in, one after the other, while a file is read. */
public interface RejectsSink {
    /** Keeps none. */
    RejectsSink NONE = new RejectsSink() {
        @Override
        public void begin(FormatReport report) {}

        @Override
        public void refuse(RefusedRow row) {}

        @Override
        public void keep() {}
    };

    /** The rows of a file follow, from the first; what came before is void. Not called when the upload was done before. */
    void begin(FormatReport report) throws IOException;

    void refuse(RefusedRow row) throws IOException;

    /** All up to here must be durable when this returns: the commit follows. Called again when more rows followed. */
    void keep() throws IOException;
}
