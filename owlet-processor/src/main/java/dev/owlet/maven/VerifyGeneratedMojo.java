package dev.owlet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails a build in which the annotation processor did not run: javac of JDK 23 and later runs none unless told to, and
 * without it the project would be built from what an earlier build left, or from nothing. Runs in the compile phase,
 * after the compiler: what the lifecycle itself binds to a phase comes first.
 */
@Mojo(name = "verify-generated", defaultPhase = LifecyclePhase.COMPILE, threadSafe = true)
public class VerifyGeneratedMojo extends AbstractMojo {
    /** Holds the hash of the model that the processor last generated from. */
    static final String HASH = "META-INF/owlet/model.sha256";

    /** The model. */
    @Parameter(defaultValue = "${project.basedir}/" + ModelFile.NAME)
    private File model;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classes;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        ModelFile file = ModelFile.read(model.toPath());
        try {
            if (!isGenerated(file, classes.toPath())) {
                throw new MojoFailureException(
                        "Nothing was generated from this " + file.name()
                                + ": the annotation processor did not run. Name dev.owlet:owlet-processor in the"
                                + " annotationProcessorPaths of maven-compiler-plugin in pom.xml, and do not set proc to none.");
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read " + classes + ": " + e.getMessage(), e);
        }
    }

    static boolean isGenerated(ModelFile model, Path classes) throws IOException {
        Path hash = classes.resolve(HASH);
        return Files.isRegularFile(hash)
                && Files.readString(hash).strip().equals(Fingerprint.of(model.bytes()))
                && Files.isRegularFile(classes.resolve("META-INF/owlet/model.json"));
    }
}
