package dev.owlet.runtime.format;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Workbooks as programs write them, part by part. */
public final class WorkbookFile {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Style 1 is a day, 2 a moment, 3 a time of day, 4 a number with a word in its format. */
    private static final String STYLES = "<styleSheet xmlns='" + MAIN + "'><numFmts>"
            + "<numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd\\ hh:mm'/>"
            + "<numFmt numFmtId='165' formatCode='[Red]0.00\" days\"'/></numFmts>"
            + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='20'/>"
            + "<xf numFmtId='165'/></cellXfs></styleSheet>";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private String properties = "";
    private int count;

    public WorkbookFile() {
        parts.put("xl/styles.xml", STYLES);
    }

    WorkbookFile from1904() {
        properties = "<workbookPr date1904='1'/>";
        return this;
    }

    WorkbookFile texts(String... texts) {
        StringBuilder xml = new StringBuilder("<sst xmlns='" + MAIN + "'>");
        for (String text : texts) {
            xml.append("<si>").append(text).append("</si>");
        }
        parts.put("xl/sharedStrings.xml", xml + "</sst>");
        return this;
    }

    public WorkbookFile sheet(String name, String state, String rows) {
        count++;
        sheets.append(
                "<sheet name='" + name + "' sheetId='" + count + "' state='" + state + "' r:id='r" + count + "'/>");
        links.append("<Relationship Id='r" + count + "' Type='" + LINKS + "/worksheet' Target='worksheets/sheet" + count
                + ".xml'/>");
        parts.put(
                "xl/worksheets/sheet" + count + ".xml",
                "<?xml version='1.0' encoding='UTF-8'?><worksheet xmlns='" + MAIN + "'><sheetData>" + rows
                        + "</sheetData></worksheet>");
        return this;
    }

    WorkbookFile part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    public MemoryFile file() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        parts.putIfAbsent(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + LINKS + "'>" + properties + "<sheets>" + sheets
                        + "</sheets></workbook>");
        parts.putIfAbsent("xl/_rels/workbook.xml.rels", "<Relationships>" + links + "</Relationships>");
        parts.forEach((name, xml) -> entries.put(name, xml.getBytes(StandardCharsets.UTF_8)));
        return MemoryFile.zip("visits.xlsx", entries);
    }
}
