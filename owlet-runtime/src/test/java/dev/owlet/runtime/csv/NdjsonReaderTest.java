package dev.owlet.runtime.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.csv.ReadRow.Accepted;
import dev.owlet.runtime.csv.ReadRow.Rejected;
import dev.owlet.runtime.row.Owl;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonReaderTest {
    private static List<ReadRow<Owl>> read(byte[] bytes) {
        List<ReadRow<Owl>> rows = new ArrayList<>();
        try (NdjsonReader<Owl> reader = NdjsonReader.open(Owl.TYPE, new ByteArrayInputStream(bytes))) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static List<ReadRow<Owl>> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String owl(String name) {
        return "{\"age\":\"3\",\"kind\":\"barn owl\",\"name\":\"" + name + "\"}";
    }

    @Test
    void readsALineAtATimeAsAnImport() {
        List<ReadRow<Owl>> rows = read("\uFEFF" + owl("a") + "\n\n  \r\n" + owl("b") + "\r\n" + owl("c"));
        assertThat(rows).hasSize(3).allMatch(Accepted.class::isInstance);
        assertThat(rows).extracting(ReadRow::index).containsExactly(0L, 1L, 2L);
        assertThat(((Accepted<Owl>) rows.get(2)).row().name()).isEqualTo("c");
    }

    @Test
    void badLinesComeBackAndTheRestIsRead() {
        List<ReadRow<Owl>> rows = read("{\"age\":-1}\nnull\n[\n{\"a\":1,\"a\":2}\n" + owl("b") + "\n");
        assertThat(rows).hasSize(5);
        assertThat(rows.subList(0, 4)).allMatch(Rejected.class::isInstance);
        assertThat(rows.get(4)).isInstanceOf(Accepted.class);
        Rejected<Owl> first = (Rejected<Owl>) rows.get(0);
        assertThat(first.violations()).extracting(v -> v.pointer()).containsExactly("/age", "/name", "/kind");
        assertThat(first.cells()).containsExactly("{\"age\":-1}");
        assertThat(((Rejected<Owl>) rows.get(2)).line()).isEqualTo(3);
        assertThat(((Rejected<Owl>) rows.get(2)).violations())
                .extracting(v -> v.message())
                .containsExactly("is not valid JSON at line 1, column 2");
        assertThat(((Rejected<Owl>) rows.get(3)).violations())
                .extracting(v -> v.message())
                .containsExactly("is not valid JSON at line 1, column 11, where a name stands a second time");
    }

    @Test
    void bytesThatAreNoUtf8SpoilOnlyTheirLine() {
        byte[] text = (owl("a?") + "\n" + owl("b")).getBytes(StandardCharsets.UTF_8);
        text[owl("a").length() - 2] = (byte) 0xff;
        List<ReadRow<Owl>> rows = read(text);
        assertThat(rows.get(0)).isInstanceOf(Rejected.class);
        assertThat(rows.get(1)).isInstanceOf(Accepted.class);
    }

    @Test
    void linesHaveABound() {
        List<ReadRow<Owl>> rows = read(owl("x".repeat(NdjsonReader.MAX_LINE)) + "\n" + owl("b") + "\n");
        assertThat(((Rejected<Owl>) rows.get(0)).violations().get(0).message()).contains("at most");
        assertThat(rows.get(1)).isInstanceOf(Accepted.class);
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }
}
