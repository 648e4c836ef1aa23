package dev.owlet.processor;

import com.google.auto.service.AutoService;
import dev.owlet.processor.emit.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Runs the compiler inside javac: finds the model of the type marked {@code @DataModel}, reports its problems, and
 * hands what was made of it to the filer. Nothing here throws: a fault of Owlet's own is an error like any other.
 *
 * <p>Option {@code owlet.basedir}: the project's folder, where it is not the nearest one with a {@code pom.xml} above
 * the class output.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({OwletProcessor.DATA_MODEL, OwletProcessor.ADD_ROUTES})
@SupportedOptions(OwletProcessor.BASEDIR)
public final class OwletProcessor extends AbstractProcessor {
    static final String BASEDIR = "owlet.basedir";
    static final String DATA_MODEL = "dev.owlet.DataModel";
    static final String ADD_ROUTES = "dev.owlet.AddRoutes";

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @SuppressWarnings(
            "DoNotClaimAnnotations") // they are ours alone; unclaimed, a user's -Xlint:processing warns of them
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            List<Element> models = marked(round, DATA_MODEL);
            for (Element other : models.subList(Math.min(1, models.size()), models.size())) {
                error("A project has one model: " + other + " is a second type marked @DataModel", other);
            }
            if (!models.isEmpty()) {
                generate(models.get(0), marked(round, ADD_ROUTES));
            }
        } catch (IOException e) {
            error("Owlet could not write or read a file: " + e, null);
        } catch (RuntimeException | StackOverflowError e) {
            error(fault(e), null);
        }
        return true;
    }

    private static String fault(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return "Owlet itself failed, which is not your model's fault. Please report this: " + e
                + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** In the order of their names, as javac's order is that of the files. */
    private List<Element> marked(RoundEnvironment round, String annotation) {
        TypeElement type = processingEnv.getElementUtils().getTypeElement(annotation);
        List<Element> marked = new ArrayList<>(type == null ? Set.of() : round.getElementsAnnotatedWith(type));
        marked.sort((a, b) -> a.toString().compareTo(b.toString()));
        return marked;
    }

    private void generate(Element trigger, List<Element> routes) throws IOException {
        Outputs outputs = new Outputs(processingEnv.getFiler(), trigger);
        String name = modelName(trigger);
        Optional<Path> project = project(outputs);
        if (project.isEmpty()) {
            error(
                    "Owlet does not know where " + name + " lies. Pass -A" + BASEDIR + "=<folder of the project>",
                    trigger);
            return;
        }
        String packageName =
                processingEnv.getElementUtils().getPackageOf(trigger).toString();
        ModelCompilation compilation = ModelCompilation.of(
                project.get().resolve(name),
                new Target(
                        processingEnv.getElementUtils().getPackageOf(trigger).isUnnamed() ? "" : packageName,
                        name,
                        new RouteClasses(processingEnv.getMessager()).of(routes)));
        compilation.problems().forEach(problem -> error(problem, isEclipse() ? trigger : null));
        compilation.notes().forEach(note -> processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, note));
        outputs.write(compilation.files());
    }

    /** Read from the mirror, as the runtime that declares the annotation is not on the processor's path. */
    private String modelName(Element trigger) {
        for (AnnotationMirror mirror : trigger.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().toString().equals(DATA_MODEL)) {
                return processingEnv.getElementUtils().getElementValuesWithDefaults(mirror).entrySet().stream()
                        .filter(e -> e.getKey().getSimpleName().contentEquals("value"))
                        .map(e -> e.getValue().getValue().toString())
                        .findFirst()
                        .orElseThrow();
            }
        }
        throw new IllegalArgumentException(trigger + " is not marked @DataModel");
    }

    private Optional<Path> project(Outputs outputs) throws IOException {
        String given = processingEnv.getOptions().get(BASEDIR);
        return given != null
                ? Optional.of(Path.of(given).toAbsolutePath())
                : ModelLocator.projectOf(outputs.location());
    }

    /** Eclipse hides a message without an element; javac and Maven make the position clickable only without one. */
    private boolean isEclipse() {
        return processingEnv.getClass().getName().startsWith("org.eclipse.");
    }

    private void error(String message, @org.jspecify.annotations.Nullable Element at) {
        if (at == null) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message);
        } else {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, at);
        }
    }
}
