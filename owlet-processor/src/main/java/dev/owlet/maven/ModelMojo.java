package dev.owlet.maven;

import dev.owlet.processor.model.CloudLimits;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Turns a changed data model into a changed Java source, so that every compiler regenerates what depends on it. */
@Mojo(name = "model", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public class ModelMojo extends AbstractMojo {
    private static final Pattern PACKAGE = Pattern.compile("[a-zA-Z_]\\w*(\\.[a-zA-Z_]\\w*)*");

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** The model. */
    @Parameter(defaultValue = "${project.basedir}/" + ModelFile.NAME)
    private File model;

    /** Holds the written source and nothing else. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/owlet", readonly = true)
    private File output;

    /** Java package of everything generated. */
    @Parameter(property = "owlet.package", required = true)
    private String packageName;

    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String version;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (!PACKAGE.matcher(packageName).matches()) {
            throw new MojoFailureException("owlet.package in pom.xml is not a Java package: " + packageName);
        }
        ModelFile file = ModelFile.read(model.toPath());
        Optional<String> mainClass = file.mainClass(packageName);
        requireHandler(mainClass.orElse(""));
        project.addCompileSourceRoot(output.getPath());
        try {
            String generator = Fingerprint.ofGenerator(version, Fingerprint.ownCode());
            Trigger trigger = new Trigger(packageName, file.name(), Fingerprint.of(file.bytes()), generator);
            if (trigger.writeTo(output.toPath())) {
                getLog().info(file.name() + " changed");
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + output + ": " + e.getMessage(), e);
        }
        mainClass.ifPresent(name -> project.getProperties().setProperty("owlet.mainClass", name));
    }

    /** @throws MojoFailureException when AWS Lambda would refuse the class as a handler */
    static void requireHandler(String mainClass) throws MojoFailureException {
        int tooMany = mainClass.length() - CloudLimits.HANDLER_CLASS_CHARACTERS;
        if (tooMany > 0) {
            throw new MojoFailureException("owlet.package in pom.xml is too long by " + tooMany
                    + " characters: AWS Lambda"
                    + " knows the class " + mainClass + " by a name of at most " + CloudLimits.HANDLER_CLASS_CHARACTERS
                    + ".");
        }
    }
}
