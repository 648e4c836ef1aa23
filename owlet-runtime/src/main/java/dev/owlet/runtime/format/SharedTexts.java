package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.CellSource;
import dev.owlet.runtime.csv.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/** The texts that cells name by number (ECMA-376 part 1, section 18.4); kept in memory, within a bound. */
final class SharedTexts {
    static final String PART = "xl/sharedStrings.xml";

    /** In characters, and 40 more for each text. */
    private static final long MAX_WEIGHT = 100L << 20;

    private static final int EACH = 40;

    private SharedTexts() {}

    static List<String> read(XmlPart xml) throws IOException {
        List<String> texts = new ArrayList<>();
        long weight = 0;
        for (String name = xml.nextElement(); name != null; name = xml.nextElement()) {
            if (name.equals("si")) {
                String text = text(xml, "si");
                weight += text.length() + EACH;
                if (weight > MAX_WEIGHT) {
                    throw new UnreadableFileException("The Excel file holds more than " + (MAX_WEIGHT >> 20)
                            + " MB of texts. Save the sheet as CSV and upload that.");
                }
                texts.add(text);
            }
        }
        return texts;
    }

    /** The text of the element that starts here, all runs of it, but not how it is spoken (phonetic runs). */
    static String text(XmlPart xml, String element) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean wanted = !element.equals("si") && !element.equals("is");
        int spoken = 0;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                spoken += xml.name().equals("rPh") ? 1 : 0;
                wanted |= xml.name().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.name().equals(element)) {
                    break;
                }
                spoken -= xml.name().equals("rPh") ? 1 : 0;
                wanted &= !xml.name().equals("t");
            } else if (wanted && spoken == 0 && xml.isText(event)) {
                xml.appendTo(text);
                bounded(text);
            }
        }
        return text.toString();
    }

    private static void bounded(StringBuilder text) {
        if (text.length() > CellSource.MAX_CELL) {
            throw new UnreadableFileException("A cell is longer than " + CellSource.MAX_CELL + " characters.");
        }
    }
}
