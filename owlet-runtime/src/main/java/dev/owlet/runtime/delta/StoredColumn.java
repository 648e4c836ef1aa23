package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.ValueType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.Operators;
import org.apache.parquet.filter2.predicate.Operators.SupportsLtGt;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Conditions on one stored column, where its order is that of the type, or at least its equality. */
abstract class StoredColumn {
    /** More values than this are not looked for one by one. */
    private static final int MAX_VALUES = 1000;

    abstract Pushed compare(Filter.Op op, Object value);

    abstract Pushed in(Collection<?> values);

    abstract Pushed isNull();

    abstract Pushed isNotNull();

    /** Empty when values of this type, so stored, order or equal otherwise than the type says, or perhaps do. */
    static Optional<StoredColumn> of(ValueType<?> type, String path, PrimitiveType stored, StoredForm form) {
        StoredValue values = StoredValue.of(type, stored);
        if (values == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (stored.getPrimitiveTypeName()) {
                    case INT32 -> new Ordered<>(FilterApi.intColumn(path), Integer.class, values);
                    case INT64 -> new Ordered<>(FilterApi.longColumn(path), Long.class, values);
                    case DOUBLE -> new Doubles(path, values, form);
                    case BINARY, FIXED_LEN_BYTE_ARRAY -> binary(type, path, values, form);
                    case BOOLEAN, FLOAT, INT96 -> null;
                });
    }

    private static @Nullable StoredColumn binary(ValueType<?> type, String path, StoredValue values, StoredForm form) {
        Operators.BinaryColumn column = FilterApi.binaryColumn(path);
        return switch (type.kind()) {
            case TEXT, DECIMAL -> new Ordered<>(column, Binary.class, values);
            case UUID ->
                form.oneText() ? new Ordered<>(column, Binary.class, values) : new UuidsOfAnyCase(column, values);
            case TIME -> form.oneText() ? new Ordered<>(column, Binary.class, values) : null;
            case ENUM -> form.oneText() ? new Equal<>(column, Binary.class, values) : null;
            default -> null;
        };
    }

    /** Of values that equal as they are stored, but order otherwise. */
    private static class Equal<S extends Comparable<S>, C extends Operators.Column<S> & SupportsLtGt>
            extends StoredColumn {
        final C column;
        private final Class<S> storage;
        private final StoredValue values;

        Equal(C column, Class<S> storage, StoredValue values) {
            this.column = column;
            this.storage = storage;
            this.values = values;
        }

        /** The value as stored; null when nothing stored is exactly it. */
        final @Nullable S stored(Object value) {
            return storage.cast(values.of(value));
        }

        @Override
        Pushed compare(Filter.Op op, Object value) {
            S stored = op == Filter.Op.EQ ? stored(value) : null;
            return stored == null ? Pushed.ALL : Pushed.of(FilterApi.eq(column, stored));
        }

        @Override
        Pushed in(Collection<?> sought) {
            Set<S> stored = new HashSet<>();
            for (Object value : sought) {
                S s = stored(value);
                if (s == null || stored.size() == MAX_VALUES) {
                    return Pushed.ALL;
                }
                stored.add(s);
            }
            return stored.isEmpty() ? Pushed.NONE : Pushed.of(FilterApi.in(column, stored));
        }

        @Override
        Pushed isNull() {
            return Pushed.of(FilterApi.eq(column, null));
        }

        @Override
        Pushed isNotNull() {
            return Pushed.of(FilterApi.notEq(column, null));
        }
    }

    private static class Ordered<S extends Comparable<S>, C extends Operators.Column<S> & SupportsLtGt>
            extends Equal<S, C> {
        Ordered(C column, Class<S> storage, StoredValue values) {
            super(column, storage, values);
        }

        @Override
        Pushed compare(Filter.Op op, Object value) {
            S stored = stored(value);
            if (stored == null) {
                return Pushed.ALL;
            }
            return switch (op) {
                case EQ -> super.compare(op, value);
                case NE -> isNotNull();
                case LT -> Pushed.of(FilterApi.lt(column, stored));
                case LTE -> Pushed.of(FilterApi.ltEq(column, stored));
                case GT -> Pushed.of(FilterApi.gt(column, stored));
                case GTE -> Pushed.of(FilterApi.gtEq(column, stored));
            };
        }
    }

    /** Zero has two forms, which dictionaries and bloom filters hold apart; NaN, the greatest, may be out of bounds. */
    private static final class Doubles extends Ordered<Double, Operators.DoubleColumn> {
        private final StoredForm form;

        Doubles(String path, StoredValue values, StoredForm form) {
            super(FilterApi.doubleColumn(path), Double.class, values);
            this.form = form;
        }

        @Override
        Pushed compare(Filter.Op op, Object value) {
            boolean up = op == Filter.Op.GT || op == Filter.Op.GTE;
            return (Double) value == 0 || (up && !form.boundedNaN()) ? Pushed.ALL : super.compare(op, value);
        }

        @Override
        Pushed in(Collection<?> sought) {
            return sought.stream().anyMatch(value -> (Double) value == 0) ? Pushed.ALL : super.in(sought);
        }
    }

    /** Whichever of its letters are capitals, a UUID's text lies between the two that have all or none. */
    private static final class UuidsOfAnyCase extends Equal<Binary, Operators.BinaryColumn> {
        UuidsOfAnyCase(Operators.BinaryColumn column, StoredValue values) {
            super(column, Binary.class, values);
        }

        @Override
        Pushed compare(Filter.Op op, Object value) {
            return op == Filter.Op.EQ ? between(value.toString()) : Pushed.ALL;
        }

        @Override
        Pushed in(Collection<?> sought) {
            List<?> values = List.copyOf(sought);
            return values.size() > MAX_VALUES / 10
                    ? Pushed.ALL
                    : values.stream().map(value -> between(value.toString())).reduce(Pushed.NONE, Pushed::or);
        }

        private Pushed between(String text) {
            Binary least = Binary.fromString(text.toUpperCase(Locale.ROOT));
            Binary greatest = Binary.fromString(text);
            return Pushed.of(FilterApi.and(FilterApi.gtEq(column, least), FilterApi.ltEq(column, greatest)));
        }
    }
}
