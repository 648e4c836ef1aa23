package dev.owlet.runtime.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Takes stored scalars; each entry of a dictionary is decoded once, and its value shared by all rows that have it. */
final class ScalarConverter<V> extends PrimitiveConverter {
    private final ScalarReader<V> reader;
    private final Consumer<V> sink;
    private List<V> dictionary = List.of();

    ScalarConverter(ScalarReader<V> reader, Consumer<V> sink) {
        this.reader = reader;
        this.sink = sink;
    }

    @Override
    public boolean hasDictionarySupport() {
        return true;
    }

    @Override
    public void setDictionary(Dictionary stored) {
        List<V> decoded = new ArrayList<>(stored.getMaxId() + 1);
        for (int id = 0; id <= stored.getMaxId(); id++) {
            decoded.add(reader.ofDictionary(stored, id));
        }
        dictionary = decoded;
    }

    @Override
    public void addValueFromDictionary(int id) {
        sink.accept(dictionary.get(id));
    }

    @Override
    public void addBinary(Binary value) {
        sink.accept(reader.ofBinary(value));
    }

    @Override
    public void addBoolean(boolean value) {
        sink.accept(reader.ofBoolean(value));
    }

    @Override
    public void addDouble(double value) {
        sink.accept(reader.ofDouble(value));
    }

    @Override
    public void addFloat(float value) {
        sink.accept(reader.ofDouble(value));
    }

    @Override
    public void addInt(int value) {
        sink.accept(reader.ofLong(value));
    }

    @Override
    public void addLong(long value) {
        sink.accept(reader.ofLong(value));
    }
}
