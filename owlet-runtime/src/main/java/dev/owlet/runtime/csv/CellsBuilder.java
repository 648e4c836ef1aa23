package dev.owlet.runtime.csv;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Collects one record at a time, within bounds: what is beyond them is dropped and makes the record faulty. */
final class CellsBuilder {
    private static final int MAX_RECORD = 4 * CellSource.MAX_CELL;

    private long line;
    private List<String> texts = new ArrayList<>();
    private BitSet quoted = new BitSet();
    private long size;
    private Optional<String> fault = Optional.empty();

    void begin(long startLine) {
        line = startLine;
        texts = new ArrayList<>(texts.size());
        quoted = new BitSet();
        size = 0;
        fault = Optional.empty();
    }

    void add(String text, boolean inQuotes) {
        size += text.length();
        if (texts.size() == CellSource.MAX_CELLS || size > MAX_RECORD) {
            fault("is longer than a row can be");
            return;
        }
        if (inQuotes) {
            quoted.set(texts.size());
        }
        texts.add(text);
    }

    void fault(String sentence) {
        fault = Optional.of(sentence);
    }

    int count() {
        return texts.size();
    }

    Cells build() {
        return new Cells(line, texts, quoted, fault);
    }
}
