package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.UnreadableFileException;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML part of a workbook, element after element. No document types and no entities, so nothing outside is read and
 * nothing grows; one thing of it is never longer than {@link #MAX_PIECE}.
 */
final class XmlPart implements Closeable {
    private static final long MAX_PIECE = 1 << 24;
    private static final int MAX_DEPTH = 64;
    private static final XMLInputFactory FACTORY = factory();

    private final GuardedStream bytes;
    private final XMLStreamReader xml;
    private int depth;

    XmlPart(InputStream part) throws IOException {
        bytes = new GuardedStream(
                part, MAX_PIECE, "The Excel file holds one thing of more than " + MAX_PIECE + " bytes.");
        try {
            xml = FACTORY.createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            part.close();
            throw damaged(e);
        } catch (RuntimeException e) {
            part.close();
            throw cause(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Goes on to the next start or end of an element, or text; one of {@link XMLStreamConstants}. */
    int next() throws IOException {
        try {
            bytes.progress();
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > MAX_DEPTH) {
                throw new UnreadableFileException("The Excel file is damaged: its parts lie too deep in each other.");
            }
            return event;
        } catch (XMLStreamException e) {
            throw cause(e);
        } catch (RuntimeException e) {
            throw cause(e);
        }
    }

    /** Goes on to the next start of an element; its name without prefix, or null at the end. */
    @Nullable
    String nextElement() throws IOException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return name();
            }
        }
        return null;
    }

    /** Name of the element that starts or ends here, without prefix. */
    String name() {
        return xml.getLocalName();
    }

    /** An attribute by its name without prefix; null when there is none. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** Appends the text that stands here. */
    void appendTo(StringBuilder text) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    private static RuntimeException cause(XMLStreamException e) throws IOException {
        for (Throwable nested = e.getNestedException(); nested != null; nested = nested.getCause()) {
            if (nested instanceof UnreadableFileException known) {
                return known;
            }
            if (nested instanceof IOException io && !(nested instanceof CharConversionException)) {
                throw io;
            }
        }
        return damaged(e);
    }

    /** The JDK's parser throws whatever comes when a part is broken. */
    private static RuntimeException cause(RuntimeException e) {
        return e instanceof UnreadableFileException ? e : damaged(e);
    }

    static UnreadableFileException damaged(Exception e) {
        return new UnreadableFileException("The Excel file is damaged. Open it in Excel and save it again.", e);
    }

    @Override
    public void close() throws IOException {
        try (bytes) {
            xml.close();
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }
}
