package dev.owlet.runtime.api;

import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.ValueType;
import java.time.LocalDate;

/** A timestamp compared with a day, which is all of that day in UTC: {@code seen_at.lte=2026-03-31} holds at 23:59. */
final class DayCondition<T, V> {
    /** Of a day such as {@code 2026-03-31}. */
    static final int LENGTH = 10;

    private final PathCondition<T, V> path;
    private final V start;
    private final V end;

    DayCondition(PathCondition<T, V> path, String day) {
        LocalDate date = ValueType.date().parse(day);
        this.path = path;
        start = path.parse(date + "T00:00:00Z");
        end = path.parse(date + "T23:59:59.999999Z");
    }

    Condition<T> of(Filter.Op op) {
        return switch (op) {
            case EQ -> path.compareTo(Filter.Op.GTE, start).and(path.compareTo(Filter.Op.LTE, end));
            case NE -> path.compareTo(Filter.Op.LT, start).or(path.compareTo(Filter.Op.GT, end));
            case LT, GTE -> path.compareTo(op, start);
            case LTE, GT -> path.compareTo(op, end);
        };
    }
}
