package dev.owlet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs on the path, and the jar to deploy. */
final class ToolsTest {
    @TempDir
    Path temp;

    private Path program(String folder, String name) throws IOException {
        Path file = Files.createDirectories(temp.resolve(folder)).resolve(name);
        Files.writeString(file, "");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private String path(String... folders) {
        StringBuilder path = new StringBuilder();
        for (String folder : folders) {
            path.append(temp.resolve(folder)).append(File.pathSeparator);
        }
        return path + File.pathSeparator + "\0";
    }

    @Test
    void theFirstFolderWins() throws IOException {
        Path first = program("first", "aws");
        program("second", "aws");
        Files.createDirectories(temp.resolve("zeroth/aws")); // a folder is no program
        assertThat(new Tools(path("nowhere", "zeroth", "first", "second"), false).find("aws"))
                .contains(first);
        assertThat(new Tools(path("nowhere"), false).find("aws")).isEmpty();
        assertThat(new Tools("", false).find("aws")).isEmpty();
    }

    @Test
    void windowsHasEndings() throws IOException {
        program("bin", "aws");
        Path terraform = program("bin", "terraform.exe");
        Path aws = program("bin", "aws.cmd");
        Tools tools = new Tools('"' + temp.resolve("bin").toString() + '"', true);
        assertThat(tools.find("terraform")).contains(terraform);
        assertThat(tools.find("aws")).contains(aws);
        assertThat(tools.find("node")).isEmpty();
    }

    @Test
    void theJarIsNewerThanItsClasses() throws Exception {
        Path classes = Files.createDirectories(temp.resolve("classes/a"));
        Path type = Files.writeString(classes.resolve("A.class"), "");
        Path jar = temp.resolve("a.jar");
        assertThatThrownBy(() -> Packaged.requireFresh(jar, temp.resolve("classes")))
                .hasMessageContaining("There is no");
        Files.writeString(jar, "");
        Files.setLastModifiedTime(type, FileTime.fromMillis(2_000));
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));
        assertThatThrownBy(() -> Packaged.requireFresh(jar, temp.resolve("classes")))
                .hasMessageContaining("is older");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(2_000));
        Packaged.requireFresh(jar, temp.resolve("classes"));
        Packaged.requireFresh(jar, temp.resolve("none"));
    }
}
