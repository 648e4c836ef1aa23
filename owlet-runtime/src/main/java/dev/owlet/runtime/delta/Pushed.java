package dev.owlet.runtime.delta;

import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What Parquet-java is to look for: at least all rows that pass.
 *
 * @param predicate null for all rows, or for none
 */
record Pushed(boolean any, @Nullable FilterPredicate predicate) {
    /** Nothing can be ruled out. */
    static final Pushed ALL = new Pushed(true, null);

    /** No row passes. */
    static final Pushed NONE = new Pushed(false, null);

    static Pushed of(FilterPredicate predicate) {
        return new Pushed(true, predicate);
    }

    Pushed and(Pushed other) {
        if (!any || !other.any) {
            return NONE;
        }
        if (predicate == null || other.predicate == null) {
            return predicate == null ? other : this;
        }
        return of(FilterApi.and(predicate, other.predicate));
    }

    Pushed or(Pushed other) {
        if (!any || !other.any) {
            return any ? this : other;
        }
        if (predicate == null || other.predicate == null) {
            return ALL;
        }
        return of(FilterApi.or(predicate, other.predicate));
    }

    FilterCompat.Filter filter() {
        return predicate == null ? FilterCompat.NOOP : FilterCompat.get(predicate);
    }
}
