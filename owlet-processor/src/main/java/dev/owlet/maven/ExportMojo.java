package dev.owlet.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a table to a file, which an import takes back unchanged. */
@Mojo(name = "export", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class ExportMojo extends TableMojo {
    /** {@code csv}, {@code ndjson} or {@code parquet}. */
    @Parameter(property = "format", defaultValue = "csv")
    private String format;

    /** The file; without, one in the current folder that is called after the table. */
    @Parameter(property = "file")
    private @Nullable File file;

    @Override
    List<String> arguments(String table) {
        String name = table.replaceFirst("^/?(api/)?", "").replace('/', '-') + "." + format;
        File to = file == null ? new File(name) : file;
        return List.of("export", table, "--format", format, "--to", to.getAbsolutePath());
    }
}
