package dev.owlet.processor.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.runtime.app.App;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectCodeTest {
    @TempDir
    Path classes;

    /** An accessor of that name would not compile. */
    @Test
    void knowsEveryMethodThatAccessorsMustNotReplace() {
        Set<String> methods = new TreeSet<>();
        for (Class<?> type : List.of(App.class, Object.class)) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && !Modifier.isPrivate(method.getModifiers())) {
                    methods.add(method.getName());
                }
            }
        }
        assertThat(ProjectCode.METHODS_OF_APP).containsAll(methods);
    }

    @Test
    void accessorsDiffer() throws Exception {
        String model = """
                owlet: 1
                project: owl-watch
                title: Owl watch
                concepts:
                  FieldSite: {key: id, fields: {id: text}}
                  Heading: {plural: Titles, path: title, key: id, fields: {id: text}}
                  Word: {plural: News, path: new, key: id, fields: {id: text}}
                modules:
                  field: {concepts: {Site: {key: id, fields: {id: text}}}}
                  web: {concepts: {WebSite: {plural: Sites, path: sites, key: id, fields: {id: text}}}}
                """;
        List<GeneratedFile> files = JavaCompilation.generate(model.getBytes(StandardCharsets.UTF_8), "com.acme");
        assertThat(JavaCompilation.compile(files, classes)).isEmpty();
        assertThat(files)
                .filteredOn(f -> f.path().endsWith("OwlWatch.java"))
                .singleElement()
                .satisfies(f -> assertThat(f.content())
                        .contains(" title_() {", " new_() {", " fieldSites() {", " fieldSites_() {", " webSites() {"));
    }
}
