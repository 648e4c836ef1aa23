package dev.owlet.runtime.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.csv.ReadRow.Accepted;
import dev.owlet.runtime.csv.ReadRow.Rejected;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Owl;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What files look like: delimiters, quotes, encodings, headers. Values and their formats have their own tests. */
class CsvReaderTest {
    /** Two texts, the second optional. */
    record Pair(String a, String b) {
        static final Column<Pair, String> A = Column.required("a", ValueType.text(), Pair::a);
        static final Column<Pair, String> B = Column.<Pair, String>optional("b_side", ValueType.text(), Pair::b)
                .was("old");
        static final RowType<Pair> TYPE = new RowType<>(
                "Pair",
                List.of(A, B),
                values -> {},
                (values, violations) -> violations.required("/a", values.get(A)),
                values -> new Pair(values.require(A), values.get(B)));

        @Override
        public String toString() {
            return a + "|" + b;
        }
    }

    private static final ImportSpec<Pair> STANDARD = ImportSpec.standard();

    private static ImportSpec<Pair> escaped() {
        return new ImportSpec<>(
                Optional.empty(), true, Optional.of('\\'), Optional.empty(), List.of("\\N"), Map.of(), Map.of());
    }

    private static ImportSpec<Pair> headless() {
        return new ImportSpec<>(
                Optional.empty(), false, Optional.empty(), Optional.empty(), List.of(), Map.of(), Map.of());
    }

    private static ImportSpec<Pair> encoded(String encoding) {
        return new ImportSpec<>(
                Optional.empty(), true, Optional.empty(), Optional.of(encoding), List.of(), Map.of(), Map.of());
    }

    private static List<ReadRow<Pair>> rows(ImportSpec<Pair> spec, byte[] bytes) {
        List<ReadRow<Pair>> rows = new ArrayList<>();
        try (CsvReader<Pair> reader = CsvReader.open(Pair.TYPE, spec, new ByteArrayInputStream(bytes))) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    /** Accepted rows as {@code a|b}, others as {@code !} and their first sentence. */
    private static List<String> read(ImportSpec<Pair> spec, byte[] bytes) {
        return rows(spec, bytes).stream()
                .map(row -> row instanceof Accepted<Pair> accepted
                        ? accepted.row().toString()
                        : "!" + ((Rejected<Pair>) row).violations().get(0).message())
                .toList();
    }

    private static List<String> read(ImportSpec<Pair> spec, String text) {
        return read(spec, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(String text) {
        return read(STANDARD, text);
    }

    private static ReadReport report(String text) {
        try (CsvReader<Pair> reader =
                CsvReader.open(Pair.TYPE, STANDARD, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            return reader.report();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String d) {
        String other = d.equals(",") ? ";" : ",";
        assertThat(read("a" + d + "b_side\n1" + other + "5" + d + "x" + other + "y\n"))
                .containsExactly("1" + other + "5|x" + other + "y");
    }

    @Test
    void saysHowAListIsWritten() {
        for (String cell : List.of("NLA1234", "12345", "{}", "\"[\"\"a\"")) {
            byte[] file = ("name,kind,age,rings\na,barn owl,3," + cell + "\n").getBytes(StandardCharsets.UTF_8);
            CsvReader<Owl> reader = CsvReader.open(Owl.TYPE, ImportSpec.standard(), new ByteArrayInputStream(file));
            Rejected<Owl> row = (Rejected<Owl>) reader.next();
            assertThat(row.violations())
                    .extracting(v -> v.pointer() + " " + v.message())
                    .containsExactly("/rings must be a list such as [\"a\", \"b\"] or [1, 2]");
        }
    }

    /** Else they would have two cells too many each, and none could be imported after it was mended. */
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void rowsHandedBackHaveAHeaderWhereOthersHaveNone(String delimiter) {
        String file = "a,b_side,_row,_error\n1,2,7,b_side is no colour\n3,,9,\n".replace(",", delimiter);
        assertThat(read(headless(), file)).containsExactly("1|2", "3|null");
        assertThat(read(headless(), "a,b_side\n1,2\n")).containsExactly("a|b_side", "1|2");
        assertThat(read(headless(), "1,_row\n")).containsExactly("1|_row");
    }

    @Test
    void findsTheDelimiterWithoutHeader() {
        assertThat(read(headless(), "1,5;2,5\n3,5;4,5\n")).containsExactly("1,5|2,5", "3,5|4,5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyEndOfLineWillDo(String eol) {
        assertThat(read("a,b_side" + eol + "1,2" + eol + eol + "3,4" + eol)).containsExactly("1|2", "3|4");
        assertThat(read(escaped(), "a,b_side" + eol + "1,2" + eol + eol + "3,4" + eol))
                .containsExactly("1|2", "3|4");
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(read("a,b_side\n1,2")).containsExactly("1|2");
        assertThat(read("a,b_side\n1,")).containsExactly("1|null");
        assertThat(read("a,b_side")).isEmpty();
        assertThat(read(escaped(), "a,b_side\n1,2")).containsExactly("1|2");
    }

    @Test
    void quotesHoldAnything() {
        assertThat(read("a,b_side\n\"x,\"\"y\"\"\r\nz\",\"\"\"\"\n")).containsExactly("x,\"y\"\r\nz|\"");
        assertThat(read("a,b_side\nx\"y,\"z\"w\n1,2\n")).containsExactly("x\"y|zw", "1|2");
    }

    @Test
    void quotesTellAnEmptyTextFromAnAbsentOne() {
        assertThat(read("a,b_side\n\"\",\"\"\n\"\",\n")).containsExactly("|", "|null");
        assertThat(read("a,b_side\n,x\n")).containsExactly("!is required");
    }

    @Test
    void aFileThatQuotesEverythingQuotesForNoReason() {
        assertThat(read("\"a\",\"b_side\"\n\"x\",\"\"\n")).containsExactly("x|null");
    }

    @Test
    void aQuoteThatIsNotClosedSpoilsItsRow() {
        assertThat(read("a,b_side\n1,2\n3,\"4\n5,6\n7,8\n"))
                .containsExactly("1|2", "!has a quotation mark that is not closed");
        assertThat(read(escaped(), "a,b_side\n1,2\n3,\"4\n5,6\n"))
                .containsExactly("1|2", "!has a quotation mark that is not closed");
        assertThat(read("a,b_side\n1,\"2\"\r\n")).containsExactly("1|2");
    }

    @Test
    void backslashesEscapeWhenTheyAreSaidTo() {
        assertThat(read(escaped(), "a,b_side\n\"x\\\"y\",\\N\nx\\,y\\nz,\"\\\\\"\n\\'q\\N,a\\\nb\n"))
                .containsExactly("x\"y|null", "x,y\nz|\\", "'q\\N|a\nb");
        assertThat(read("a,b_side\nx\\,y\\N\n")).containsExactly("x\\|y\\N");
    }

    @Test
    void spacesBelongToTextAndNotToAbsence() {
        assertThat(read("a,b_side\n x ,  \n")).containsExactly(" x |null");
        assertThat(read("a,b_side\nx,\"  \"\n")).containsExactly("x|  ");
    }

    @Test
    void raggedRowsAreRejectedAndTheRestIsRead() {
        assertThat(read("a,b_side\n1\n1,2,3\n1,2,,\n1,2\n"))
                .containsExactly(
                        "!has 1 cells where 2 are expected", "!has 3 cells where 2 are expected", "1|2", "1|2");
    }

    @Test
    void rejectedRowsKnowWhereTheyStood() {
        List<ReadRow<Pair>> rows =
                rows(STANDARD, "a,b_side\n\"1\n2\",x\n\n,,\na,b_side\n,bad\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows).hasSize(2);
        Rejected<Pair> rejected = (Rejected<Pair>) rows.get(1);
        assertThat(rejected.index()).isEqualTo(1);
        assertThat(rejected.line()).isEqualTo(7);
        assertThat(rejected.cells()).containsExactly("", "bad");
        assertThat(rejected.violations()).extracting(v -> v.pointer()).containsExactly("/a");
    }

    @Test
    void headersThatComeAgainArePassedOver() {
        assertThat(read("a,b_side\n1,2\na,b_side\n3,4\n")).containsExactly("1|2", "3|4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A, B_SIDE ", "a,b side", "a,B-Side", "a,bSide", "a,old"})
    void headingsAreFoundAsPeopleWriteThem(String header) {
        assertThat(read(header + "\n1,2\n")).containsExactly("1|2");
    }

    @Test
    void headingsOfTheModelComeFirst() {
        ImportSpec<Pair> spec = new ImportSpec<>(
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(Pair.A, "Side (a)"),
                Map.of());
        assertThat(read(spec, "a,side (A),b_side\n1,2,3\n")).containsExactly("2|3");
    }

    @Test
    void columnsMayStandInAnyOrderBesideOthers() {
        String text = "b_side,colour,a,_version,a$title,A\n1,red,2,7,t,9\n";
        assertThat(read(text)).containsExactly("2|1");
        assertThat(report(text).unmapped()).containsExactly("colour", "A");
        assertThat(report(text).mapped()).isEqualTo(Map.of("b_side", "b_side", "a", "a"));
        assertThat(report(text).delimiter()).isEqualTo(',');
    }

    @Test
    void aFileWithoutAnyKnownHeadingIsRefused() {
        assertThatThrownBy(() -> read("x;y\n1;2\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(
                        "No heading of the file is a field of Pair, which has a, b_side. The file begins with x, y.");
        assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarksTellTheEncoding(String name) {
        byte[] bytes = "\uFEFFa,b_side\nZoë,🦉\n".getBytes(Charset.forName(name));
        assertThat(read(STANDARD, bytes)).containsExactly("Zoë|🦉");
        assertThat(read(encoded("windows-1252"), bytes)).containsExactly("Zoë|🦉");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsKnownWithoutMark(String name) {
        assertThat(read(STANDARD, "a,b_side\nZoë,🦉\n".getBytes(Charset.forName(name))))
                .containsExactly("Zoë|🦉");
    }

    @Test
    void otherEncodingsMustBeNamed() {
        byte[] bytes = "a,b_side\nZoë,€\n".getBytes(Charset.forName("windows-1252"));
        assertThat(read(encoded("windows-1252"), bytes)).containsExactly("Zoë|€");
        assertThatThrownBy(() -> read(STANDARD, bytes))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> read(encoded("klingon"), bytes)).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> read(encoded("?"), bytes)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void textThatCannotBeStoredIsRejected() {
        assertThat(read("a,b_side\n\0,x\n")).singleElement().asString().contains("U+0000");
    }

    @Test
    void bytesThatAreNoTableAtAllAreRefused() {
        byte[] zip = {'P', 'K', 3, 4, 0, 0, 0, 8, (byte) 0x9c, (byte) 0xff, 1, 2, 3};
        assertThatThrownBy(() -> read(STANDARD, zip)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void aRowOfAMillionCellsIsRejected() {
        assertThat(read("a,b_side\n" + ",x".repeat(1_000_000) + "\n1,2\n"))
                .containsExactly("!is longer than a row can be", "1|2");
    }

    @Test
    void aCellWithoutEndIsRefused() {
        assertThatThrownBy(() -> read("a,b_side\n1,\"" + "x".repeat(CellSource.MAX_CELL + 10)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("quotation mark");
        assertThatThrownBy(() -> read(escaped(), "a,b_side\n1,\"" + "x".repeat(CellSource.MAX_CELL + 10)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("quotation mark");
    }

    @Test
    void readsNoMoreThanItMust() {
        try (CsvReader<Pair> reader = CsvReader.open(Pair.TYPE, STANDARD, new Endless())) {
            for (int i = 0; i < 100_000; i++) {
                assertThat(reader.next()).isInstanceOf(Accepted.class);
            }
        }
    }

    /** A file that never ends. */
    private static final class Endless extends InputStream {
        private final byte[] row = "1,2\n".getBytes(StandardCharsets.US_ASCII);
        private final byte[] header = "a,b_side\n".getBytes(StandardCharsets.US_ASCII);
        private long position;

        @Override
        public int read() throws IOException {
            long at = position++;
            return at < header.length ? header[(int) at] : row[(int) ((at - header.length) % row.length)];
        }
    }
}
