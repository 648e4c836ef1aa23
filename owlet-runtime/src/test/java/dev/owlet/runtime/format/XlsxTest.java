package dev.owlet.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.csv.UnreadableFileException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Workbooks: types of cells, dates, gaps, sheets, and what must not be followed. */
class XlsxTest {
    private static final String HEADER = row("place", "count", "fee", "paid", "day", "at", "seen");

    private static String row(String... texts) {
        StringBuilder row = new StringBuilder("<row>");
        for (String text : texts) {
            row.append("<c t='inlineStr'><is><t>").append(text).append("</t></is></c>");
        }
        return row + "</row>";
    }

    private static WorkbookFile visits(String rows) {
        return new WorkbookFile().sheet("Visits", "visible", HEADER + rows);
    }

    @Test
    void readsEachTypeOfCell() throws IOException {
        MemoryFile file = visits("<row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2'><v>3</v></c>"
                        + "<c r='C2' s='4'><f>1+0.1</f><v>1.1000000000000001</v></c><c r='D2' t='b'><v>1</v></c>"
                        + "<c r='E2' s='1'><v>46112</v></c><c r='F2' s='3'><v>0.39583333333333331</v></c>"
                        + "<c r='G2' s='2'><v>46112.395833333336</v></c></row>")
                .texts("<t>unused</t>", "<r><t>Ut</t></r><r><t>recht</t></r><rPh><t>spoken</t></rPh>")
                .file();
        assertThat(Visit.rows(Visit.STANDARD, file))
                .containsExactly("Utrecht 3 1.10 true 2026-03-31 09:30 2026-03-31T09:30:00Z");
        assertThat(Visit.report(Visit.STANDARD, file).format()).isEqualTo(FileFormat.XLSX);
        assertThat(Visit.report(Visit.STANDARD, file).part()).contains("Visits");
    }

    @Test
    void momentsAreInTheModelsZoneAndNumbersHaveNoDecimalMark() throws IOException {
        MemoryFile file = visits("<row r='2'><c r='A2' t='str'><v>x</v></c><c r='C2'><v>1234.5</v></c>"
                        + "<c r='E2' s='1'><v>46112</v></c><c r='G2' s='2'><v>46112.395833333336</v></c></row>"
                        + "<row r='3'><c r='A3' t='str'><v>y</v></c><c r='C3' t='str'><v>€ 1.234,5</v></c>"
                        + "<c r='E3' t='str'><v>31-03-2026</v></c></row>")
                .file();
        assertThat(Visit.rows(Visit.DUTCH, file))
                .containsExactly(
                        "x null 1234.50 null 2026-03-31 null 2026-03-31T07:30:00Z",
                        "y null 1234.50 null 2026-03-31 null null");
    }

    @Test
    void whatIsGivenBackIsWrittenAsTheModelReadsIt() throws IOException {
        MemoryFile file = visits("<row r='2'><c r='A2' t='str'><v>x</v></c><c r='B2'><v>2.5</v></c>"
                        + "<c r='C2'><v>12.345</v></c><c r='E2' s='1'><v>46112</v></c>"
                        + "<c r='G2' s='2'><v>46112.395833333336</v></c></row>")
                .file();
        try (RowReader<Visit> reader = RowReaders.open(Visit.TYPE, Visit.DUTCH, file)) {
            assertThat(reader.next()).isInstanceOf(ReadRow.Rejected.class);
            assertThat(reader.cells()).containsExactly("x", "2.5", "12,345", "", "31-03-2026", "", "31-03-2026 09:30");
        }
    }

    @Test
    void gapsAreEmptyCellsAndBlankRowsNone() throws IOException {
        MemoryFile file = new WorkbookFile()
                .sheet(
                        "A",
                        "visible",
                        "<row r='3'/>"
                                + "<row r='5'><c r='B5' t='str'><v>place</v></c><c r='D5' t='str'><v>count</v></c></row>"
                                + "<row r='7'><c r='B7' t='str'><v>x</v></c></row>"
                                + "<row r='8'><c r='D8'><v>2.5</v></c></row>"
                                + "<row r='9'><c r='C9' t='str'><v> </v></c></row>")
                .file();
        assertThat(Visit.rows(Visit.STANDARD, file))
                .containsExactly(
                        "x null null null null null null",
                        "!/count must be a whole number from -2147483648 to 2147483647");
        try (RowReader<Visit> reader = RowReaders.open(Visit.TYPE, Visit.STANDARD, file)) {
            reader.next();
            assertThat(reader.line()).isEqualTo(7);
            assertThat(reader.cells()).containsExactly("", "x", "", "");
        }
    }

    @Test
    void ofSheetsTheOneWithTheFieldsIsRead() throws IOException {
        MemoryFile file = new WorkbookFile()
                .sheet("Notes", "visible", row("made by", "me"))
                .sheet("Old", "hidden", HEADER + row("hidden", "1", "", "", "", "", ""))
                .sheet("Data", "visible", HEADER + row("x", "1", "", "", "", "", ""))
                .file();
        assertThat(Visit.rows(Visit.STANDARD, file)).containsExactly("x 1 null null null null null");
        assertThat(Visit.report(Visit.STANDARD, file).assumed())
                .containsExactly("Of 2 sheets, \"Data\" is the one to read.");
    }

    @Test
    void daysCountFromTwoBeginnings() throws IOException {
        String day = "<row r='2'><c r='A2' t='str'><v>x</v></c><c r='E2' s='1'><v>%s</v></c></row>";
        assertThat(Visit.rows(
                        Visit.STANDARD,
                        visits(day.formatted("44650")).from1904().file()))
                .containsExactly("x null null null 2026-03-31 null null");
        assertThat(Visit.rows(Visit.STANDARD, visits(day.formatted("1")).file()))
                .containsExactly("x null null null 1900-01-01 null null");
        assertThat(Visit.rows(Visit.STANDARD, visits(day.formatted("61")).file()))
                .containsExactly("x null null null 1900-03-01 null null");
        assertThat(Visit.rows(Visit.STANDARD, visits(day.formatted("-1")).file()))
                .containsExactly("!/day must be a date such as 2026-03-31");
    }

    @Test
    void nothingOutsideIsRead() {
        String bomb = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'><!ENTITY b 'b'>]>";
        MemoryFile file = visits("")
                .part(
                        "xl/worksheets/sheet1.xml",
                        bomb + "<worksheet><sheetData>" + HEADER + "<row><c t='str'><v>&a;&b;</v></c></row>"
                                + "</sheetData></worksheet>")
                .file();
        assertThatThrownBy(() -> Visit.rows(Visit.STANDARD, file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void whatIsBrokenIsRefused() {
        assertThatThrownBy(() -> Visit.rows(
                        Visit.STANDARD,
                        visits("<row><c t='s'><v>9</v></c></row>").file()))
                .isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> Visit.rows(Visit.STANDARD, visits("<row><c").file()))
                .isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> Visit.rows(Visit.STANDARD, new WorkbookFile().file()))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("no visible sheet");
    }

    @Test
    void aCellWithoutEndIsRefused() {
        MemoryFile text = visits("<row><c t='str'><v>" + "x".repeat(5_000_000) + "</v></c></row>")
                .file();
        assertThatThrownBy(() -> Visit.rows(Visit.STANDARD, text)).hasMessageContaining("A cell is longer than");
        MemoryFile name =
                visits("<row><c t='" + "x".repeat(20_000_000) + "'/></row>").file();
        assertThatThrownBy(() -> Visit.rows(Visit.STANDARD, name)).hasMessageContaining("one thing of more than");
    }
}
