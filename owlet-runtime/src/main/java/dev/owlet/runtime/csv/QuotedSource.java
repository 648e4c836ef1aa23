package dev.owlet.runtime.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cells in the manner of RFC 4180: quotes within quotes are doubled. Text after a closing quote belongs to its cell. */
final class QuotedSource implements CellSource {
    private final Tail tail;
    private final CloseableIterator<Cells> records;

    QuotedSource(Reader reader, char delimiter) {
        tail = new Tail(reader);
        records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter('"')
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(MAX_CELL)
                .build(new Handler(), tail)
                .iterator();
    }

    @Override
    public @Nullable Cells next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            Cells cells = records.next();
            return endsUnclosed(cells) ? unclosed(cells) : cells;
        } catch (CsvParseException e) {
            throw new CsvException("A cell is longer than " + MAX_CELL
                    + " characters; a quotation mark may not be closed: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The parser takes the end of the file for a closing quote, and so loses all rows from the open one on. */
    private boolean endsUnclosed(Cells cells) {
        return cells.quoted().get(cells.size() - 1) && !records.hasNext() && tail.last != '"';
    }

    private static Cells unclosed(Cells cells) {
        return new Cells(
                cells.line(), cells.texts(), cells.quoted(), Optional.of("has a quotation mark that is not closed"));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private static final class Handler extends CsvCallbackHandler<Cells> {
        private final CellsBuilder cells = new CellsBuilder();
        private boolean empty;

        @Override
        protected RecordType getRecordType() {
            return empty ? RecordType.EMPTY : RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return cells.count();
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            empty = false;
            cells.begin(startingLineNumber);
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            cells.add(new String(buffer, offset, length), quoted);
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("comments are not read");
        }

        @Override
        protected void setEmpty() {
            empty = true;
            cells.add("", false);
        }

        @Override
        protected Cells buildRecord() {
            return cells.build();
        }
    }

    /** Remembers the last character that ends no line. */
    private static final class Tail extends FilterReader {
        private char last;

        Tail(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            for (int i = offset + count - 1; i >= offset; i--) {
                if (buffer[i] != '\n' && buffer[i] != '\r') {
                    last = buffer[i];
                    break;
                }
            }
            return count;
        }
    }
}
