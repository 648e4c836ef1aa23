package dev.owlet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWatchTest {
    @TempDir
    Path folder;

    @Test
    void seesFilesComeChangeAndGo() throws IOException {
        Path source = folder.resolve("src/main/java/A.java");
        SourceWatch watch = new SourceWatch(List.of(folder.resolve("src"), folder.resolve("none")));
        assertThat(watch.changed()).isFalse();

        Files.createDirectories(source.getParent());
        Files.writeString(source, "class A {}");
        assertThat(watch.changed()).isTrue();
        assertThat(watch.changed()).isFalse();

        Files.setLastModifiedTime(source, FileTime.fromMillis(1_000));
        assertThat(watch.changed()).as("an older file is a change too").isTrue();

        Files.delete(source);
        assertThat(watch.changed()).isTrue();
    }

    @Test
    void aCopyOfTheClassesIsTheirsAlone() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/a"));
        Files.writeString(classes.resolve("New.class"), "new");
        Path copy = Files.createDirectories(folder.resolve("run/copy/b"));
        Files.writeString(copy.resolve("Old.class"), "old");

        ClassPathCopy.replace(folder.resolve("classes"), folder.resolve("run/copy"));

        assertThat(folder.resolve("run/copy")).isDirectoryRecursivelyContaining("glob:**/a/New.class");
        assertThat(folder.resolve("run/copy/b")).doesNotExist();
    }
}
