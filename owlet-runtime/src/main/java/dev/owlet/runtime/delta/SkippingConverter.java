package dev.owlet.runtime.delta;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Passes over what a file has and no column wants. */
final class SkippingConverter extends GroupConverter {
    private final GroupType stored;

    private SkippingConverter(GroupType stored) {
        this.stored = stored;
    }

    static Converter of(Type stored) {
        return stored.isPrimitive() ? new Scalar() : new SkippingConverter(stored.asGroupType());
    }

    @Override
    public Converter getConverter(int index) {
        return of(stored.getType(index));
    }

    @Override
    public void start() {}

    @Override
    public void end() {}

    private static final class Scalar extends PrimitiveConverter {
        @Override
        public void addBinary(Binary value) {}

        @Override
        public void addBoolean(boolean value) {}

        @Override
        public void addDouble(double value) {}

        @Override
        public void addFloat(float value) {}

        @Override
        public void addInt(int value) {}

        @Override
        public void addLong(long value) {}
    }
}
