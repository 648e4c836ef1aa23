package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.ValueType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order of {@link Layout#order}, of rows that are out of sight: of each it takes the first sixteen bytes of its key
 * along, and all of the key only when those may not tell. Thread-safe.
 */
final class KeyOrder<T> implements Comparator<KeyOrder.Placed> {
    /** Of a text; the sixteenth byte is their number. */
    private static final int BYTES = 15;

    /** Stands for the number of bytes when there are more. */
    private static final int MORE = 0xff;

    private final Column<T, ?> first;
    private final boolean single;
    private final List<Column<T, ?>> key;
    private final List<Comparator<Object>> values;

    KeyOrder(List<Column<T, ?>> key) {
        this.key = key;
        first = key.get(0);
        single = key.size() == 1;
        values = key.stream().map(KeyOrder::values).toList();
    }

    @SuppressWarnings("unchecked") // it is given that column's values alone
    private static Comparator<Object> values(Column<?, ?> column) {
        return (Comparator<Object>) Layout.order(column.type());
    }

    /** A row's key and where the row is. */
    static final class Placed {
        /** Bytes of memory, without the {@link #rest}. */
        private static final int WEIGHT = 56;

        private final int number;
        private final long place;
        private final long high;
        private final long low;
        private final Object @Nullable [] rest;

        private Placed(int number, long place, long high, long low, Object @Nullable [] rest) {
            this.number = number;
            this.place = place;
            this.high = high;
            this.low = low;
            this.rest = rest;
        }

        /** Of the row in the load. */
        int number() {
            return number;
        }

        long place() {
            return place;
        }

        /** The 64 bits after the first {@code count}, with zeros at the end. */
        private long after(int count) {
            if (count >= Long.SIZE) {
                return count == 2 * Long.SIZE ? 0 : low << count; // Java takes a shift modulo 64
            }
            return count == 0 ? high : high << count | low >>> -count;
        }

        /** About how many bytes of memory it takes. */
        long weight() {
            long weight = WEIGHT;
            if (rest != null) {
                for (Object value : rest) {
                    weight += WEIGHT + (value instanceof String text ? 2L * text.length() : 0);
                }
            }
            return weight;
        }
    }

    Placed placed(T row, int number, long place) {
        Object value = first.get(row);
        if (value instanceof Long || value instanceof Integer) {
            return placed(row, number, place, ((Number) value).longValue() ^ Long.MIN_VALUE, 0, true);
        }
        if (value instanceof LocalDate date) {
            return placed(row, number, place, date.toEpochDay() ^ Long.MIN_VALUE, 0, true);
        }
        if (value instanceof Instant time) {
            return placed(row, number, place, time.getEpochSecond() ^ Long.MIN_VALUE, time.getNano(), true);
        }
        if (value instanceof UUID id) {
            return placed(row, number, place, id.getMostSignificantBits(), id.getLeastSignificantBits(), true);
        }
        if (value instanceof String text && first.type().kind() == ValueType.Kind.TEXT) {
            return placed(row, number, place, text);
        }
        return placed(row, number, place, 0, 0, false);
    }

    private Placed placed(T row, int number, long place, String text) {
        // one more, so that half a pair of surrogates cannot be among those that count
        String begin = text.length() > BYTES + 1 ? text.substring(0, BYTES + 1) : text;
        byte[] bytes = begin.getBytes(StandardCharsets.UTF_8);
        long high = bits(bytes, 0, Long.BYTES);
        long low = bits(bytes, Long.BYTES, BYTES);
        int count = bytes.length > BYTES ? MORE : bytes.length;
        return placed(row, number, place, high, low << Byte.SIZE | count, count != MORE);
    }

    private static long bits(byte[] bytes, int from, int to) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            bits = bits << Byte.SIZE | (i < bytes.length ? bytes[i] & 0xff : 0);
        }
        return bits;
    }

    private Placed placed(T row, int number, long place, long high, long low, boolean exact) {
        return new Placed(number, place, high, low, exact && single ? null : rest(row));
    }

    private Object[] rest(T row) {
        return key.stream().map(column -> column.get(row)).toArray();
    }

    /**
     * The rows in order. Most are told apart by some forty of the bits that follow those that all of them share, which are
     * sorted as numbers, each with the place of its row: far fewer leaps in memory than by comparing rows.
     */
    List<Placed> sorted(List<Placed> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        int size = rows.size();
        int shared = shared(rows);
        long index = (Long.highestOneBit(size) << 1) - 1;
        long[] bits = new long[size];
        for (int i = 0; i < size; i++) {
            bits[i] = (rows.get(i).after(shared) & ~index | i) ^ Long.MIN_VALUE;
        }
        Arrays.sort(bits);
        Placed[] sorted = new Placed[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = rows.get((int) (bits[i] & index));
        }
        for (int from = 0, to; from < size; from = to) {
            to = from + 1;
            while (to < size && (bits[to] & ~index) == (bits[from] & ~index)) {
                to++;
            }
            if (to - from > 1) {
                Arrays.sort(sorted, from, to, this);
            }
        }
        return Arrays.asList(sorted);
    }

    /** How many of the first bits are the same in all. */
    private static int shared(List<Placed> rows) {
        Placed first = rows.get(0);
        long high = 0;
        long low = 0;
        for (Placed row : rows) {
            high |= row.high ^ first.high;
            low |= row.low ^ first.low;
        }
        return high == 0 ? Long.SIZE + Long.numberOfLeadingZeros(low) : Long.numberOfLeadingZeros(high);
    }

    /** Bits are without a sign. */
    @Override
    public int compare(Placed a, Placed b) {
        int high = Long.compareUnsigned(a.high, b.high);
        if (high != 0) {
            return high;
        }
        int low = Long.compareUnsigned(a.low, b.low);
        return low == 0 && a.rest != null && b.rest != null ? compare(a.rest, b.rest) : low;
    }

    private int compare(Object[] a, Object[] b) {
        for (int i = 0; i < a.length; i++) {
            int order = values.get(i).compare(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
