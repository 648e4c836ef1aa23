package dev.owlet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriggerTest {
    private static final Trigger TRIGGER = new Trigger("com.acme", "data_model.yml", "ab12", "1.0");

    @TempDir
    Path folder;

    @Test
    void standsForTheModelInThePackage() throws IOException {
        assertThat(TRIGGER.writeTo(folder)).isTrue();
        assertThat(folder.resolve("com/acme/OwletModel.java"))
                .content()
                .contains("package com.acme;")
                .contains("@DataModel(value = \"data_model.yml\", sha256 = \"ab12\")");
    }

    @Test
    void leavesAnUnchangedSourceAlone() throws IOException {
        TRIGGER.writeTo(folder);
        Path file = folder.resolve("com/acme/OwletModel.java");
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, old);

        assertThat(TRIGGER.writeTo(folder)).isFalse();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);
    }

    @Test
    void changesWithTheModelAndWithTheGenerator() throws IOException {
        TRIGGER.writeTo(folder);
        assertThat(new Trigger("com.acme", "data_model.yml", "cd34", "1.0").writeTo(folder))
                .isTrue();
        assertThat(new Trigger("com.acme", "data_model.yml", "cd34", "1.1").writeTo(folder))
                .isTrue();
    }

    @Test
    void isTheOnlyOneAfterThePackageChanged() throws IOException {
        TRIGGER.writeTo(folder);
        new Trigger("com.other", "data_model.yml", "ab12", "1.0").writeTo(folder);
        assertThat(folder).isDirectoryRecursivelyContaining("glob:**/com/other/OwletModel.java");
        assertThat(folder.resolve("com/acme")).doesNotExist();
    }

    @Test
    void aSnapshotOfTheGeneratorIsNamedByItsBytesToo() throws IOException {
        Path jar = Files.writeString(folder.resolve("processor.jar"), "one");
        String before = Fingerprint.ofGenerator("1.0-SNAPSHOT", jar);
        Files.writeString(jar, "two");
        assertThat(Fingerprint.ofGenerator("1.0-SNAPSHOT", jar)).isNotEqualTo(before);
        assertThat(Fingerprint.ofGenerator("1.0", jar)).isEqualTo("1.0");
    }
}
