package dev.owlet.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.csv.ReadRow.Accepted;
import dev.owlet.runtime.csv.ReadRow.Rejected;
import dev.owlet.runtime.csv.UnreadableFileException;
import dev.owlet.runtime.row.Owl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRowsTest {
    @TempDir
    Path folder;

    private List<ReadRow<Owl>> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("owls.json"), text);
        List<ReadRow<Owl>> rows = new ArrayList<>();
        try (RowReader<Owl> reader = RowReaders.open(Owl.TYPE, ImportSpec.standard(), FileSource.of(file))) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static String owl(String name) {
        return "{\"age\":\"3\",\"kind\":\"barn owl\",\"name\":\"" + name + "\"}";
    }

    private static String name(ReadRow<Owl> row) {
        return ((Accepted<Owl>) row).row().name();
    }

    @Test
    void readsEveryObjectOfAList() throws IOException {
        assertThat(read("[" + owl("a") + ",\n" + owl("b") + "]"))
                .extracting(JsonRowsTest::name)
                .containsExactly("a", "b");
        assertThat(read("[]")).isEmpty();
    }

    @Test
    void findsTheListWithinAnObject() throws IOException {
        String text = "{\"next\":null,\"of\":{\"items\":[1]},\"items\":[" + owl("a") + "," + owl("b") + "],\"n\":2}";
        assertThat(read(text)).extracting(JsonRowsTest::name).containsExactly("a", "b");
    }

    @Test
    void badElementsComeBackAndTheRestIsRead() throws IOException {
        List<ReadRow<Owl>> rows = read("[1,null,[],{\"age\":-1}," + owl("b") + "]");
        assertThat(rows).hasSize(5);
        assertThat(rows.subList(0, 4)).allMatch(Rejected.class::isInstance);
        assertThat(name(rows.get(4))).isEqualTo("b");
    }

    @Test
    void aListThatBreaksOffIsRefused() {
        assertThatThrownBy(() -> read("[" + owl("a") + ",{\"age\":"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("not valid JSON at line 1");
        assertThatThrownBy(() -> read("[{\"age\":1e9999999999}]"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("out of range");
    }
}
