package dev.owlet.runtime.api;

import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.TableView;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which rows of which version, in which order.
 *
 * @param order total: ties are broken by the key, so that two rows are never equal
 */
record Query<T>(TableView<T> view, Condition<T> condition, Comparator<Stored<T>> order) {
    /** The rows that pass, in storage order. Close the stream. */
    Stream<Stored<T>> rows() {
        return view.rows(condition.filter()).filter(condition.rest());
    }

    Optional<Stored<T>> find(Keys<T> keys, String segment) {
        return keys.parse(segment).flatMap(view::find);
    }
}
