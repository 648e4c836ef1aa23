package dev.owlet.runtime.ingest;

import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.ingest.Aviary.Cage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes in one file, as a function does for an event: {@code ROOT FILE UPLOAD insert|upsert}; prints what became of it. By
 * {@code ROOT} alone it makes the cage that birds refer to.
 */
final class UploadProcess {
    private UploadProcess() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1) {
            new Aviary(arguments[0]).cages.append(List.of(new Cage("A")), "ann");
            return;
        }
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
