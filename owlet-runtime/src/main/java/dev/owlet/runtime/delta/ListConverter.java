package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/**
 * Puts a list together, from three levels or from the two of older writers (Parquet format, LogicalTypes.md, section
 * "Lists", with its backward-compatibility rules). An element that is null, which only other engines write, is left out.
 */
final class ListConverter<E> extends GroupConverter {
    private final Converter repeated;
    private final Consumer<List<E>> sink;
    private List<E> values = new ArrayList<>();

    ListConverter(ValueType<E> element, GroupType stored, Consumer<List<E>> sink) {
        this.sink = sink;
        Type inner = stored.getType(0);
        Consumer<E> add = value -> values.add(value);
        repeated = isElement(inner, stored.getName())
                ? ValueConverters.of(element, inner, add)
                : new Wrapper(ValueConverters.of(element, inner.asGroupType().getType(0), add));
    }

    private static boolean isElement(Type repeated, String list) {
        return repeated.isPrimitive()
                || repeated.asGroupType().getFieldCount() != 1
                || repeated.getName().equals("array")
                || repeated.getName().equals(list + "_tuple");
    }

    @Override
    public Converter getConverter(int index) {
        return repeated;
    }

    @Override
    public void start() {
        values = new ArrayList<>();
    }

    @Override
    public void end() {
        sink.accept(values);
    }

    /** The middle level, which has no meaning of its own. */
    private static final class Wrapper extends GroupConverter {
        private final Converter element;

        Wrapper(Converter element) {
            this.element = element;
        }

        @Override
        public Converter getConverter(int index) {
            return element;
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}
