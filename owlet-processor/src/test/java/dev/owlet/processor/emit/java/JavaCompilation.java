package dev.owlet.processor.emit.java;

import dev.owlet.processor.Cases;
import dev.owlet.processor.CompileResult;
import dev.owlet.processor.OwletCompiler;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Target;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generated sources, compiled by the javac of this JVM with every warning an error. */
public final class JavaCompilation {
    public static final Path PROBES = Path.of("src/test/probes");

    private JavaCompilation() {}

    /** The Java sources of a case's model. */
    public static List<GeneratedFile> generate(String caseName, String packageName) {
        return generate(Cases.bytes(Cases.ROOT.resolve(caseName)), packageName);
    }

    public static List<GeneratedFile> generate(byte[] model, String packageName) {
        Target target = new Target(packageName, "data_model.yml", List.of());
        CompileResult result = new OwletCompiler(List.of(new JavaEmitter())).compile(model, target);
        if (!result.problems().isEmpty()) {
            throw new IllegalArgumentException(result.problems().toString());
        }
        return result.files();
    }

    /** A hand-written source that uses generated ones. */
    static GeneratedFile probe(String path) throws IOException {
        return new GeneratedFile(GeneratedFile.Kind.JAVA, path, Files.readString(PROBES.resolve(path)));
    }

    /** What javac says; empty when it has nothing to say. */
    public static List<String> compile(List<GeneratedFile> sources, Path output) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-Xlint:all", "-Werror", "-d", output.toString(), "-classpath", classPath());
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            javac.getTask(null, files, diagnostics, options, null, sources(sources))
                    .call();
        }
        return diagnostics.getDiagnostics().stream().map(JavaCompilation::print).toList();
    }

    public static URLClassLoader load(Path output) throws MalformedURLException {
        URL[] urls = {output.toUri().toURL()};
        return new URLClassLoader(urls, JavaCompilation.class.getClassLoader());
    }

    /** Surefire starts the JVM with one jar that names the others. */
    static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
    }

    private static String print(Diagnostic<? extends JavaFileObject> diagnostic) {
        String place =
                diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
        return place + ":" + diagnostic.getLineNumber() + " " + diagnostic.getMessage(Locale.ROOT);
    }

    private static List<JavaFileObject> sources(List<GeneratedFile> files) {
        List<JavaFileObject> sources = new ArrayList<>();
        for (GeneratedFile file : files) {
            sources.add(new SimpleJavaFileObject(URI.create("mem:///" + file.path()), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return file.content();
                }
            });
        }
        return sources;
    }
}
