package dev.owlet.runtime.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against another reader of CSV, and in pieces of any size. */
class TokenizerTest {
    private static final String UNCLOSED = "unclosed";
    private static final String SIGNS = ",,,\"\"\"\n\n\rabé ";

    /** Gives out as few characters at a time as it likes. */
    private static final class Trickle extends Reader {
        private final Reader in;
        private final Random random;

        Trickle(String text, Random random) {
            in = new StringReader(text);
            this.random = random;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return in.read(buffer, offset, Math.min(length, 1 + random.nextInt(3)));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static List<String> records(Reader reader, Optional<Character> escape) throws IOException {
        List<String> records = new ArrayList<>();
        try (Tokenizer tokenizer = new Tokenizer(reader, ',', escape)) {
            for (Cells cells = tokenizer.next(); cells != null; cells = tokenizer.next()) {
                records.add(cells.line() + " " + (cells.fault().isPresent() ? UNCLOSED : cells.texts()));
            }
        }
        return records;
    }

    private static List<String> witness(String text) throws IOException {
        List<String> records = new ArrayList<>();
        try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                records.add(row.getStartingLineNumber() + " " + row.getFields());
            }
        }
        return records;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    @Test
    void readsAsOthersDo() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            String text = text(random);
            text = text.replace(
                    i % 2 == 0 ? "\r" : "\"", ""); // the other takes a return in quotes for the end of a line
            List<String> records = records(new Trickle(text, random), Optional.empty());
            if (!records.isEmpty() && records.get(records.size() - 1).endsWith(UNCLOSED)) {
                continue; // the other closes it at the end
            }
            assertThat(records)
                    .as(text.replace("\n", "\\n").replace("\r", "\\r"))
                    .isEqualTo(witness(text));
        }
    }

    @Test
    void anEscapeThatDoesNotOccurChangesNothing() throws IOException {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);
            assertThat(records(new Trickle(text, random), Optional.of('\\')))
                    .isEqualTo(records(new StringReader(text), Optional.empty()));
        }
    }

    @Test
    void longRecordsMoveInTheBuffer() throws IOException {
        String cell = "x".repeat(40_000);
        String text = "a,\"" + cell + "\"\"" + cell + "\",b\n" + cell + "," + cell + "\nc\n";
        assertThat(records(new Trickle(text, new Random(3)), Optional.empty()))
                .containsExactly("1 [a, " + cell + "\"" + cell + ", b]", "2 [" + cell + ", " + cell + "]", "3 [c]");
    }
}
