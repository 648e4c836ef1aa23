package dev.owlet.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Takes a file into a table: CSV, Excel, JSON, NDJSON or Parquet, also packed. Good rows are in at once; the others come back
 * in a file beside their reasons, and fail the build.
 */
@Mojo(name = "import", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class ImportMojo extends TableMojo {
    /** The file. */
    @Parameter(property = "file", required = true)
    private File file;

    /** {@code insert}, which refuses rows that are there already, or {@code upsert}, which replaces them. */
    @Parameter(property = "mode", defaultValue = "insert")
    private String mode;

    @Override
    List<String> arguments(String table) {
        List<String> arguments = new ArrayList<>(List.of("import", table, file.getAbsolutePath()));
        if (!mode.equals("insert")) {
            arguments.add("--" + mode); // the application knows which there are
        }
        return arguments;
    }
}
