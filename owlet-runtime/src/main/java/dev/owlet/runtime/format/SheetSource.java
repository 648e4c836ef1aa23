package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.CellSource;
import dev.owlet.runtime.csv.Cells;
import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet. Of a formula its value is read, as it was saved. Rows and cells that nobody filled are not in the
 * file: cells are put where they belong, and a row is as wide as those before it.
 */
final class SheetSource implements CellSource {
    private final XmlPart xml;
    private final Workbook workbook;
    private final Cells cells = new Cells();
    private long row;
    private int width;

    SheetSource(XmlPart xml, Workbook workbook) {
        this.xml = xml;
        this.workbook = workbook;
    }

    @Override
    public @Nullable Cells next() throws IOException {
        for (String name = xml.nextElement(); name != null; name = xml.nextElement()) {
            if (name.equals("row")) {
                row = number(xml.attribute("r"), row + 1);
                cells.begin(row);
                row();
                if (cells.size() > 0) {
                    width = Math.max(width, cells.size());
                    pad(width);
                    return cells;
                }
            }
        }
        return null;
    }

    private void row() throws IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("c")) {
                cell();
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("row")) {
                return;
            }
        }
    }

    private void cell() throws IOException {
        pad(Math.min(column(xml.attribute("r")), MAX_CELLS));
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String value = "";
        boolean inline = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("v")) {
                value = SharedTexts.text(xml, "v");
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("is")) {
                value = SharedTexts.text(xml, "is");
                inline = true;
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("c")) {
                break;
            }
        }
        add(inline || type == null ? inline ? "str" : "n" : type, style, value);
    }

    private void add(String type, @Nullable String style, String value) {
        switch (type) {
            case "s" -> cells.add(shared(value));
            case "b" -> cells.addTyped(value.equals("1") ? "true" : "false");
            case "n" -> number(style, value);
            case "d" -> cells.addTyped(value);
            default -> cells.add(value);
        }
    }

    private void number(@Nullable String style, String value) {
        String text = workbook.styles().isDate(style)
                ? SheetNumbers.moment(value, workbook.from1904())
                : SheetNumbers.decimal(value);
        if (text.isEmpty()) {
            cells.add("");
        } else {
            cells.addTyped(text);
        }
    }

    private String shared(String index) {
        List<String> texts = workbook.texts();
        long number = number(index, -1);
        if (number < 0 || number >= texts.size()) {
            throw XmlPart.damaged(new IndexOutOfBoundsException(index));
        }
        return texts.get((int) number);
    }

    private void pad(int count) {
        while (cells.size() < count) {
            cells.add("");
        }
    }

    /** Number of the column, from 0, of a place such as {@code AB12}; the next one where none is named. */
    private int column(@Nullable String place) {
        int column = 0;
        for (int i = 0; place != null && i < place.length() && i < 3 && isLetter(place.charAt(i)); i++) {
            column = column * 26 + (place.charAt(i) - 'A' + 1);
        }
        return column == 0 ? cells.size() : column - 1;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static long number(@Nullable String text, long otherwise) {
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
