package dev.owlet.processor.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.emit.GeneratedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of fields, enums and shapes that are those of types, of each other and of generated members. */
final class ImportsTest {
    private static final String MODEL = """
            owlet: 1
            project: name-clash
            title: Names
            enums:
              Genre: [Genre, code, label, Type, values, valueOf, ordinal]
              Row: [a]
              Patterns: [a]
              Columns: [a]
              X: [a, b]
            shapes:
              Shape:
                Shape: decimal(5,1)?
                check: text(1..2) /a+/
                Columns: Columns?
                Row: Row = a
            concepts:
              Track:
                key: Track
                fields:
                  Track: text(3) /[a-z]+/
                  Genre: Genre = code
                  Values: text?
                  Checks: decimal(5,1)?
                  Violations: text(2)[]
                  Expressions: date? >= today
                  x: X = a
                  i: text(1)[]
                  shape: Shape?
                  fromJson: json?
                  seen: timestamp
                  builder_: bool?
                  type: text?
                  row: Row?
                  rows: Row[] max 2
                  loud: bool := Genre = ordinal and x != b and shape.Shape > 3 and Expressions < 2030-01-01
                rules:
                  known: Genre != code or shape.check = "a"
            """;

    @TempDir
    Path classes;

    @Test
    void namesNeverClash() throws Exception {
        List<GeneratedFile> files = JavaCompilation.generate(MODEL.getBytes(StandardCharsets.UTF_8), "com.acme");
        assertThat(JavaCompilation.compile(files, classes)).isEmpty();
    }
}
