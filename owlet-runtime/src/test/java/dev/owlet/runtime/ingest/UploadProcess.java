package dev.owlet.runtime.ingest;

import dev.owlet.runtime.format.FileSource;
import java.io.IOException;
import java.nio.file.Path;

/** Takes in one file, as a function does for an event: {@code ROOT FILE UPLOAD insert|upsert}; prints what became of it. */
final class UploadProcess {
    private UploadProcess() {}

    public static void main(String[] arguments) throws IOException {
        IngestOptions options = arguments[3].equals("upsert")
                ? IngestOptions.upsert(arguments[2], "ann")
                : IngestOptions.insert(arguments[2], "ann");
        System.out.println("begun");
        IngestReport report = Ingest.run(
                new Aviary(arguments[0]).birds,
                FileSource.of(Path.of(arguments[1])),
                options,
                RejectsSink.NONE,
                IngestProgress.SILENT);
        System.out.println("done rows=" + report.rows() + " created=" + report.created() + " updated="
                + report.updated() + " rejected=" + report.rejected() + " version=" + report.version());
    }
}
