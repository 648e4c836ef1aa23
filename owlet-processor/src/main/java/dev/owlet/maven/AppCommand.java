package dev.owlet.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** The command line that starts a project's generated {@code main} with the JVM that runs Maven. */
final class AppCommand {
    private AppCommand() {}

    /** @param classes where the project's own classes lie, in the place of its output folder */
    static List<String> of(MavenProject project, Path classes, Path model, String packageName)
            throws MojoExecutionException, MojoFailureException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ArrayList<>(List.of(java, "-cp", classPath(project, classes), mainClass(model, packageName)));
    }

    private static String mainClass(Path model, String packageName)
            throws MojoExecutionException, MojoFailureException {
        ModelFile file = ModelFile.read(model);
        return file.mainClass(packageName)
                .orElseThrow(() -> new MojoFailureException(file.name() + " does not name its project"));
    }

    private static String classPath(MavenProject project, Path classes) throws MojoExecutionException {
        Path output = Path.of(project.getBuild().getOutputDirectory());
        try {
            List<String> elements = new ArrayList<>(project.getRuntimeClasspathElements());
            elements.replaceAll(element -> Path.of(element).equals(output) ? classes.toString() : element);
            return String.join(File.pathSeparator, elements);
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the class path is not resolved", e);
        }
    }
}
