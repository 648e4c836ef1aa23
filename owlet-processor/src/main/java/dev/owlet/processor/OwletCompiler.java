package dev.owlet.processor;

import dev.owlet.processor.cost.BudgetCheck;
import dev.owlet.processor.emit.Emitter;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.Model;
import dev.owlet.processor.model.ModelReader;
import dev.owlet.processor.source.Node;
import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.SourceText;
import dev.owlet.processor.source.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Text in; problems, meaning and files out. Knows nothing of javac and touches no file, so that the annotation
 * processor, the Maven goals and tests call the same thing. Never throws for any text. Immutable and thread-safe.
 */
public final class OwletCompiler {
    private static final Comparator<GeneratedFile> ORDER =
            Comparator.comparing(GeneratedFile::kind).thenComparing(GeneratedFile::path);

    private final List<Emitter> emitters;

    /** @param emitters run in this order */
    public OwletCompiler(List<Emitter> emitters) {
        this.emitters = List.copyOf(emitters);
    }

    /** Reads and checks a model without making files. */
    public static CompileResult check(String text, String sourceName) {
        return new OwletCompiler(List.of()).compile(text, new Target("", sourceName, List.of()));
    }

    /** Compiles the bytes of a model file, which must be UTF-8. */
    public CompileResult compile(byte[] bytes, Target target) {
        Problems problems = new Problems();
        Optional<String> text = SourceText.decode(bytes, problems);
        return text.isPresent() ? compile(text.get(), target) : CompileResult.failed(problems.list());
    }

    /** Compiles the text of a model file. */
    public CompileResult compile(String text, Target target) {
        Problems problems = new Problems();
        try {
            Optional<Model> model = read(new SourceText(target.sourceName(), text), problems);
            model.ifPresent(sound -> BudgetCheck.check(sound, problems));
            return model.isPresent() && problems.isEmpty()
                    ? new CompileResult(List.of(), model, emit(model.get(), target))
                    : CompileResult.failed(problems.list());
        } catch (RuntimeException | StackOverflowError e) {
            problems.add(
                    Position.START,
                    ProblemCode.INTERNAL,
                    "Owlet failed: %s at %s".formatted(e, place(e)),
                    "This is a fault of Owlet; report it with this line and the model");
            return CompileResult.failed(problems.list());
        }
    }

    private static Optional<Model> read(SourceText source, Problems problems) {
        Optional<Node> tree = YamlReader.read(source, problems);
        return tree.flatMap(node -> ModelReader.read(node, problems));
    }

    private List<GeneratedFile> emit(Model model, Target target) {
        List<GeneratedFile> files = new ArrayList<>();
        emitters.forEach(emitter -> files.addAll(emitter.emit(model, target)));
        files.sort(ORDER);
        return files;
    }

    private static String place(Throwable e) {
        return e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0].toString();
    }
}
