package dev.owlet.runtime.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A file that nobody should be able to do harm with: some bytes, and then as many of one byte as make up the size.
 *
 * @param says a part of what its owner must be told
 */
record HostileFile(String name, byte[] head, byte filling, long size, String says) {
    private static final long TEN = 10_000_000_000L;
    private static final int ONE = 1_000_000_000;
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static HostileFile of(String name, byte[] bytes, String says) {
        return new HostileFile(name, bytes, (byte) 0, bytes.length, says);
    }

    private static HostileFile filled(String name, String head, String says) {
        return new HostileFile(name, head.getBytes(UTF_8), (byte) 'x', ONE, says);
    }

    byte[] part(long from, int length) {
        byte[] part = new byte[length];
        Arrays.fill(part, filling);
        if (from < head.length) {
            System.arraycopy(head, (int) from, part, 0, (int) Math.min(length, head.length - from));
        }
        return part;
    }

    static List<HostileFile> all(long seed) {
        List<HostileFile> all = new ArrayList<>();
        Bombs.Packed lines = Bombs.packed("code\n", "x".repeat(31) + "\n", TEN, "");
        byte[] gzip = Bombs.gzip(lines);
        all.add(of("10-GB.csv.gz", gzip, "200 times"));
        all.add(of("10-GB.zip", Bombs.zip(Map.of("a.csv", lines)), "200 times"));
        Bombs.Packed lie = new Bombs.Packed(lines.packed(), 5_000_000, lines.crc());
        all.add(of("10-GB-that-say-5-MB.zip", Bombs.zip(Map.of("a.csv", lie)), "more than it says"));
        all.add(of("10-GB-within.zip", Bombs.zip(Map.of("a.csv.gz", Bombs.packed(gzip))), "200 times"));
        byte[] twice = Bombs.gzip(Bombs.packed(gzip));
        all.add(of("packed-thrice.csv.gz", Bombs.gzip(Bombs.packed(twice)), "more than twice"));
        String sheet = "<worksheet xmlns='" + MAIN + "'><sheetData>";
        Bombs.Packed cells = Bombs.packed(
                sheet + "<row><c t='inlineStr'><is><t>code</t></is></c></row>",
                "<row><c><v>1</v></c></row>      ",
                TEN,
                "</sheetData></worksheet>");
        all.add(of("sheet-of-10-GB.xlsx", workbook(cells, Bombs.packed("<sst/>".getBytes(UTF_8))), "200 times"));
        Bombs.Packed texts =
                Bombs.packed("<sst xmlns='" + MAIN + "'>", "<si><t>abcdefghijklm</t></si>   ", TEN, "</sst>");
        Bombs.Packed none = Bombs.packed((sheet + "</sheetData></worksheet>").getBytes(UTF_8));
        all.add(of("texts-of-10-GB.xlsx", workbook(none, texts), "")); // too many texts, or unpacked too far
        all.add(filled("quoted-cell-of-1-GB.csv", "code\n\"", "4194304"));
        all.add(filled("cell-of-1-GB.csv", "code\n", "4194304"));
        all.add(filled("string-of-1-GB.json", "[{\"code\":\"", "16777216"));
        all.add(filled("line-of-1-GB.ndjson", "{\"code\":\"", ""));
        byte[] noise = new byte[1 << 20];
        new Random(seed).nextBytes(noise);
        all.add(of("noise.csv", noise, ""));
        for (String magic :
                List.of("%PDF-1.7\n%", "\u0089PNG\r\n\u001a\n", "\u007fELF\u0002\u0001\u0001\0", "PAR1", "PK\3\4")) {
            byte[] begun = noise.clone();
            byte[] start = magic.getBytes(ISO_8859_1);
            System.arraycopy(start, 0, begun, 0, start.length);
            all.add(of("begins-as-" + new String(start, US_ASCII).replaceAll("[^A-Z]", "") + ".csv", begun, ""));
        }
        return all;
    }

    private static byte[] workbook(Bombs.Packed sheet, Bombs.Packed texts) {
        Map<String, Bombs.Packed> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                text("<workbook xmlns='" + MAIN + "' xmlns:r='" + LINKS
                        + "'><sheets><sheet name='A' sheetId='1' r:id='r1'/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                text("<Relationships><Relationship Id='r1' Type='" + LINKS
                        + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"));
        parts.put("xl/sharedStrings.xml", texts);
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return Bombs.zip(parts);
    }

    private static Bombs.Packed text(String xml) {
        return Bombs.packed(xml.getBytes(UTF_8));
    }
}
