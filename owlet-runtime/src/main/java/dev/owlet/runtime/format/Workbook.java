package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook has (ECMA-376 part 1, section 18): its visible sheets, its texts, and which of its styles are dates.
 *
 * @param from1904 whether days count from 1904, as in workbooks of old Macs
 */
record Workbook(List<Sheet> sheets, boolean from1904, Styles styles, List<String> texts) {
    /** The part that makes a zip file a workbook. */
    static final String PART = "xl/workbook.xml";

    private static final String WRAPPER = "Excel";

    /** @param part name within the zip file */
    record Sheet(String name, String part) {}

    static Workbook read(Zipped zip) throws IOException {
        Map<String, String> targets = targets(zip);
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (XmlPart xml = part(zip, PART)) {
            for (String name = xml.nextElement(); name != null; name = xml.nextElement()) {
                if (name.equals("workbookPr")) {
                    from1904 = isTrue(xml.attribute("date1904"));
                } else if (name.equals("sheet")) {
                    add(sheets, targets, xml);
                }
            }
        }
        if (sheets.isEmpty()) {
            throw new UnreadableFileException("The Excel file has no visible sheet with cells.");
        }
        Styles styles = zip.has(Styles.PART) ? styles(zip) : Styles.NONE;
        return new Workbook(sheets, from1904, styles, texts(zip));
    }

    private static void add(List<Sheet> sheets, Map<String, String> targets, XmlPart xml) {
        String state = xml.attribute("state");
        String target = targets.get(String.valueOf(xml.attribute("id")));
        if (target != null && (state == null || state.equals("visible"))) {
            sheets.add(new Sheet(String.valueOf(xml.attribute("name")), target));
        }
    }

    /** The part of each relation to a sheet of cells; sheets of charts are none. */
    private static Map<String, String> targets(Zipped zip) throws IOException {
        Map<String, String> targets = new HashMap<>();
        try (XmlPart xml = part(zip, "xl/_rels/workbook.xml.rels")) {
            for (String name = xml.nextElement(); name != null; name = xml.nextElement()) {
                String target = xml.attribute("Target");
                String type = xml.attribute("Type");
                if (target != null && type != null && type.endsWith("/worksheet")) {
                    String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                    targets.put(String.valueOf(xml.attribute("Id")), part);
                }
            }
        }
        return targets;
    }

    private static Styles styles(Zipped zip) throws IOException {
        try (XmlPart xml = part(zip, Styles.PART)) {
            return Styles.read(xml);
        }
    }

    private static List<String> texts(Zipped zip) throws IOException {
        if (!zip.has(SharedTexts.PART)) {
            return List.of();
        }
        try (XmlPart xml = part(zip, SharedTexts.PART)) {
            return SharedTexts.read(xml);
        }
    }

    /** A part that the workbook cannot do without. */
    static XmlPart part(Zipped zip, String name) throws IOException {
        return new XmlPart(zip.stream(name, WRAPPER)
                .orElseThrow(
                        () -> new UnreadableFileException("The Excel file is damaged: it has no part " + name + ".")));
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
