package dev.owlet.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.csv.UnreadableFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is taken for, and what is said of it. */
class RowReadersTest {
    private static final String CSV = "place;count;colour\nx;1;red\ny;;\n";
    private static final List<String> XY = List.of("x 1 null null null null null", "y null null null null null null");

    private static void refused(FileSource file, String... sentence) {
        assertThatThrownBy(() -> Visit.rows(Visit.STANDARD, file))
                .isInstanceOf(UnreadableFileException.class)
                .message()
                .contains(sentence);
    }

    @Test
    void saysHowItReadAText() throws IOException {
        FormatReport report = Visit.report(Visit.STANDARD, MemoryFile.of("a.csv", CSV));
        assertThat(report)
                .isEqualTo(new FormatReport(
                        FileFormat.CSV,
                        List.of(),
                        java.util.Optional.empty(),
                        java.util.Optional.of("UTF-8"),
                        java.util.Optional.of(';'),
                        List.of("place", "count", "colour"),
                        Map.of("place", "place", "count", "count"),
                        List.of("colour"),
                        List.of("Cells are divided by a semicolon.")));
        byte[] utf16 = CSV.getBytes(StandardCharsets.UTF_16LE);
        assertThat(Visit.report(Visit.STANDARD, new MemoryFile("a.csv", utf16)).assumed())
                .containsExactly("The encoding is UTF-16LE, by its zero bytes.", "Cells are divided by a semicolon.");
    }

    @Test
    void givesBackRowsAsTheyStood() throws IOException {
        try (RowReader<Visit> rows = RowReaders.open(Visit.TYPE, Visit.STANDARD, MemoryFile.of("a", CSV))) {
            assertThat(rows.next()).isInstanceOf(ReadRow.Accepted.class);
            assertThat(rows.cells()).containsExactly("x", "1", "red");
            assertThat(rows.line()).isEqualTo(2);
            rows.next();
            assertThat(rows.cells()).containsExactly("y", "", "");
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"place\":\"x\",\"count\":1,\"colour\":\"red\"},\n{\"Place\":\"y\"}]",
                "{\"total\":{\"deep\":[1,[2]]},\"items\":[{\"place\":\"x\",\"count\":\"1\"},{\"place\":\"y\"}],\"next\":null}",
                "{\"Other\":[{\"a\":1}],\n\"Visit\":[{\"place\":\"x\",\"count\":1},{\"place\":\"y\",\"count\":\"\"}]}",
                "{\"place\":\"x\",\"count\":1}\n\n{\"place\":\"y\",\"colour\":{}}\n",
                "\uFEFF{\"place\":\"x\",\"count\":1}\r\n{\"place\":\"y\"}"
            })
    void readsJson(String text) throws IOException {
        assertThat(Visit.rows(Visit.STANDARD, MemoryFile.of("upload", text))).isEqualTo(XY);
        assertThat(Visit.rows(Visit.STANDARD, MemoryFile.of("upload", text).gzipped()))
                .isEqualTo(XY);
    }

    @Test
    void convertsJsonAsAnyImport() throws IOException {
        String text = "[{\"Plaats (naam)\":\"x\",\"fee\":\"€ 1.234,5\",\"day\":\"31-03-2026\",\"count\":\"-\"}]";
        assertThat(Visit.rows(Visit.DUTCH, MemoryFile.of("a.json", text)))
                .containsExactly("x null 1234.50 null 2026-03-31 null null");
        FormatReport report = Visit.report(
                Visit.STANDARD, MemoryFile.of("a.json", "{\"rows\":[{\"place\":\"x\",\"size\":1},{\"_v\":1}]}"));
        assertThat(report.unmapped()).containsExactly("size");
        assertThat(report.mapped()).containsExactly(Map.entry("place", "place"));
        assertThat(report.assumed()).containsExactly("The rows are those of the list \"rows\".");
    }

    @Test
    void jsonThatIsBrokenOrNoListIsRefused() {
        refused(MemoryFile.of("a.json", "[{\"place\":\"x\"}, {\"place\""), "not valid JSON at line 1");
        refused(MemoryFile.of("a.json", "{\"a\":\n1}\n"), "no list of rows");
        refused(MemoryFile.of("a.json", "[{\"count\":1e99999999999}]"), "out of range");
        refused(MemoryFile.of("a.json", "[{\"place\":[" + "1,".repeat(10_000_000) + "1]}]"), "longer than 16777216");
        refused(MemoryFile.of("a.json", "[".repeat(100_000)), "JSON");
    }

    @Test
    void jsonBehindTheListIsNotLost() {
        refused(
                MemoryFile.of("a.json", "[{\"place\":\"x\"}]\n[{\"place\":\"y\"}]"),
                "More follows the list of rows, in line 2");
        refused(MemoryFile.of("a.json", "[{\"place\":\"x\"}] garbage"), "JSON");
        refused(
                MemoryFile.of("a.json", "{\"items\":[{\"place\":\"x\"}],\n\"Visit\":[{\"place\":\"y\"}]}"),
                "two lists of rows, items and Visit");
        refused(MemoryFile.of("a.json", "{\"items\":[{\"place\":\"x\"}]}{}"), "More follows the object");
    }

    @Test
    void theFileMaySayItsDelimiter() throws IOException {
        assertThat(Visit.rows(Visit.STANDARD, MemoryFile.of("a.csv", "sep=;\r\n" + CSV)))
                .isEqualTo(XY);
        assertThat(Visit.rows(Visit.STANDARD, MemoryFile.of("a.csv", "sep=#\nplace#count\nx#1\ny#\n")))
                .isEqualTo(XY);
        try (RowReader<Visit> rows = RowReaders.open(Visit.TYPE, Visit.STANDARD, MemoryFile.of("a", "sep=;\n" + CSV))) {
            rows.next();
            assertThat(rows.line()).isEqualTo(3);
        }
    }

    @Test
    void jsonRowsThatAreNoneComeBack() throws IOException {
        assertThat(Visit.rows(Visit.STANDARD, MemoryFile.of("a.json", "[1,null,{\"count\":\"q\",\"place\":\"x\"}]")))
                .containsExactly(
                        "! must be an object",
                        "! must be an object",
                        "!/count must be a whole number from -2147483648 to 2147483647");
    }

    @Test
    void unpacksOnceOrTwice(@TempDir Path folder) throws IOException {
        MemoryFile csv = MemoryFile.of("a.csv", CSV);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("__MACOSX/._a.csv", new byte[] {1});
        entries.put("data/", new byte[0]);
        entries.put("data/a.csv", csv.bytes());
        MemoryFile zip = MemoryFile.zip("a.zip", entries);
        Path local = Files.write(folder.resolve("b.zip"), zip.bytes());
        for (FileSource file : List.of(csv, csv.gzipped(), zip, FileSource.of(local), zip.gzipped())) {
            assertThat(Visit.rows(Visit.STANDARD, file)).isEqualTo(XY);
        }
        FormatReport report = Visit.report(Visit.STANDARD, zip.gzipped());
        assertThat(report.wrapped()).containsExactly("gzip", "zip");
        assertThat(report.part()).contains("a.csv");
        refused(csv.gzipped().gzipped().gzipped(), "packed more than twice");
    }

    @Test
    void refusesZipsItCannotChooseFrom() {
        refused(
                MemoryFile.zip("a.zip", Map.of("a.csv", new byte[1], "b.csv", new byte[1])),
                "holds 2 files, such as",
                "one at a time");
        refused(
                MemoryFile.zip("a.docx", Map.of("[Content_Types].xml", new byte[1], "word/document.xml", new byte[1])),
                "no Excel workbook",
                "Save the table as .xlsx or CSV");
        refused(MemoryFile.zip("a.zip", Map.of(".hidden", new byte[1])), "holds no file");
        refused(MemoryFile.zip("a.zip", Map.of()), "holds no file");
    }

    @Test
    void refusesWhatIsCutOrDamaged() {
        byte[] gzip = MemoryFile.of("a.csv", CSV.repeat(1_000)).gzipped().bytes();
        refused(new MemoryFile("a.csv.gz", Arrays.copyOf(gzip, gzip.length / 2)), "ends in the middle");
        refused(new MemoryFile("a.csv.gz", Arrays.copyOf(gzip, 5)), "gzip", "damaged");
        byte[] zip = MemoryFile.zip("a.zip", Map.of("a.csv", CSV.getBytes(StandardCharsets.UTF_8)))
                .bytes();
        refused(new MemoryFile("a.zip", Arrays.copyOf(zip, zip.length / 2)), "zip", "damaged");
    }

    @Test
    void refusesBombsBeforeTheyGoOff() {
        byte[] nothing = new byte[1 << 27];
        Arrays.fill(nothing, (byte) '\n');
        refused(new MemoryFile("a.csv", nothing).gzipped(), "more than 200 times its size");
        refused(MemoryFile.zip("a.zip", Map.of("a.csv", nothing)), "more than 200 times its size");
    }

    @Test
    void refusesZipFilesThatSayTooLittleOfWhatIsInThem() {
        byte[] zip = MemoryFile.zip(
                        "a.zip", Map.of("a.csv", "age,name\n1,a\n".repeat(9_000).getBytes(StandardCharsets.UTF_8)))
                .bytes();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(zip.length - 6);
        bytes.putInt(directory + 24, 10);
        refused(new MemoryFile("a.zip", zip), "more than it says");
    }

    @Test
    void refusesWhatIsNoTable() {
        byte[] noise = new byte[10_000];
        new Random(7).nextBytes(noise);
        refused(new MemoryFile("a.csv", noise), "not a table of text");
        refused(new MemoryFile("a.jpg", noise), "not a table of text");
        refused(MemoryFile.of("a.xls", "\u00D0"), "No heading");
        refused(new MemoryFile("a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}), "Save it as .xlsx");
        refused(MemoryFile.of("a.pdf", "%PDF-1.7"), "PDF");
        refused(MemoryFile.of("a.parquet", "PAR1" + "x".repeat(100) + "PAR1"), "Parquet file cannot be read");
        refused(MemoryFile.of("a.csv", ""), "The file is empty");
        refused(new MemoryFile("a.csv", CSV.getBytes(Charset.forName("UTF-32LE-BOM"))), "UTF-32");
        refused(
                MemoryFile.of("a.csv", "place" + ",x".repeat(10_000) + "\nx\n"),
                "The header is longer than a row can be");
    }

    @Test
    void saysWhichEncodingItMayBe() {
        byte[] bytes = "place;count\nx;1\nZoë;2\n".getBytes(Charset.forName("windows-1252"));
        refused(
                new MemoryFile("a.csv", bytes),
                "The file is not UTF-8 text: byte EB in line 3, after \"Zo\".",
                "It may be Windows-1252, in which that reads \"Zoë;2\".",
                "upload: {encoding: windows-1252}");
    }
}
