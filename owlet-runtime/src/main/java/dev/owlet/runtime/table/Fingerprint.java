package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 128 bits for the values of a key, so that keys of files of any size can be compared. Two keys with the same bits count
 * as one: the seed is random in each process, so nobody can prepare such a pair, and among 10^9 keys there is one by chance
 * with a probability of 10^-21. Keys that {@link Key} takes for equal have the same bits. Not thread-safe.
 */
final class Fingerprint {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long SEED_HIGH = RANDOM.nextLong();
    private static final long SEED_LOW = RANDOM.nextLong();

    private long high;
    private long low;

    /** Of the values of some columns of a row; false when one of them is absent. */
    <T> boolean of(List<Column<T, ?>> columns, T row) {
        begin();
        for (int i = 0; i < columns.size(); i++) {
            Object value = columns.get(i).get(row);
            if (value == null) {
                return false;
            }
            add(value);
        }
        end();
        return true;
    }

    /** Of some of the values; false when one of them is absent. */
    boolean of(@Nullable Object[] values, int from, int to) {
        begin();
        for (int i = from; i < to; i++) {
            Object value = values[i];
            if (value == null) {
                return false;
            }
            add(value);
        }
        end();
        return true;
    }

    /** Of one value. */
    void of(Object value) {
        begin();
        add(value);
        end();
    }

    long high() {
        return high;
    }

    /** Never zero, so that zero can stand for no key. */
    long low() {
        return low;
    }

    private void begin() {
        high = SEED_HIGH;
        low = SEED_LOW;
    }

    private void end() {
        high = avalanche(high);
        low = avalanche(low);
        if (low == 0) {
            low = 1;
        }
    }

    private void add(Object value) {
        if (value instanceof String text) {
            add(text);
        } else if (value instanceof UUID id) {
            add(id.getMostSignificantBits());
            add(id.getLeastSignificantBits());
        } else if (value instanceof Integer || value instanceof Long) {
            add(((Number) value).longValue());
        } else if (value instanceof LocalDate date) {
            add(date.toEpochDay());
        } else if (value instanceof Instant instant) {
            add(instant.getEpochSecond());
            add(instant.getNano());
        } else if (value instanceof LocalTime time) {
            add(time.toNanoOfDay());
        } else if (value instanceof BigDecimal decimal) {
            add(decimal.stripTrailingZeros().toString());
        } else if (value instanceof Enum<?> constant) {
            add(constant.name());
        } else if (value instanceof List<?> list) {
            list.forEach(this::add);
            add(list.size());
        } else {
            add(value.toString()); // truth values, doubles, records: equal ones have the same text
        }
    }

    private void add(String text) {
        int length = text.length();
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            add((long) text.charAt(i) << 48
                    | (long) text.charAt(i + 1) << 32
                    | (long) text.charAt(i + 2) << 16
                    | text.charAt(i + 3));
        }
        long rest = length;
        for (; i < length; i++) {
            rest = rest << 16 | text.charAt(i);
        }
        add(rest);
    }

    /** Each step is one-to-one in the bits added. */
    private void add(long bits) {
        high = (high ^ bits) * 0x9E3779B97F4A7C15L;
        high ^= high >>> 32;
        low = (low + bits) * 0xC2B2AE3D27D4EB4FL;
        low ^= low >>> 29;
    }

    /** The last step of MurmurHash3 (Austin Appleby, public domain): every bit depends on every bit. */
    private static long avalanche(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }
}
