package dev.owlet.runtime.api;

import dev.owlet.runtime.row.Suggestions;
import dev.owlet.runtime.row.Violations;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code q=}, {@code sort=} and filters off a request's parameters. */
final class Queries<T> {
    /** Conditions are nested; these bounds are far beyond sense, and far within the stack. */
    private static final int MAX_FILTERS = 100;

    private static final int MAX_REPETITIONS = 100;
    private static final int MAX_SORT = 16;

    private final Table<T> table;
    private final Paths<T> paths;
    private final Filters<T> filters;
    private final Search<T> search;
    private final Keys<T> keys;

    Queries(Table<T> table, Paths<T> paths, Keys<T> keys) {
        this.table = table;
        this.paths = paths;
        this.keys = keys;
        filters = new Filters<>(table.spec().name(), paths);
        search = new Search<>(table.spec());
    }

    /** Every parameter that was not asked for before is a filter. Ends the request when any is at fault. */
    Query<T> of(Parameters parameters) {
        return of(parameters, Optional.empty());
    }

    /** Like {@link #of(Parameters)}, but reads the pinned view when there is one: that of a walk that goes on. */
    Query<T> of(Parameters parameters, Optional<TableView<T>> pinned) {
        Comparator<Stored<T>> order = order(parameters);
        Condition<T> condition = parameters
                .one("q")
                .map(search::condition)
                .orElseGet(Condition::none)
                .and(filters(parameters));
        TableView<T> view = pinned.orElseGet(() -> Views.of(table, parameters));
        Faults.refuse(parameters.faults());
        return new Query<>(view, condition, order);
    }

    private Condition<T> filters(Parameters parameters) {
        parameters.one("version");
        parameters.one("asOf");
        Condition<T> all = Condition.none();
        Set<String> reserved = parameters.known();
        for (String name : parameters.rest()) {
            if (parameters.values(name).size() > MAX_REPETITIONS
                    || parameters.rest().size() > MAX_FILTERS) {
                parameters.faults().add(name, "maxItems", "is one condition too many");
                return all;
            }
            all = all.and(filters.condition(name, parameters.values(name), reserved, parameters.faults()));
        }
        return all;
    }

    private Comparator<Stored<T>> order(Parameters parameters) {
        Comparator<Stored<T>> order = (unusedA, unusedB) -> 0;
        List<String> items = parameters.list("sort");
        if (items.size() > MAX_SORT) {
            parameters.faults().add("sort", "maxItems", "must have at most " + MAX_SORT + " names");
            return keys.order();
        }
        for (String item : items) {
            order = order.thenComparing(order(item, parameters.faults()));
        }
        return order.thenComparing(keys.order());
    }

    private Comparator<Stored<T>> order(String item, Violations faults) {
        boolean descending = item.startsWith("-");
        String name = descending ? item.substring(1) : item;
        Optional<Path<T, ?>> path = paths.find(name);
        if (path.isEmpty()) {
            faults.add(
                    "sort",
                    "unknown",
                    "names \"" + name + "\", which is not a field of "
                            + table.spec().name() + Suggestions.of(name, paths.names()));
        } else if (!path.get().isOrdered()) {
            faults.add("sort", "type", "names \"" + name + "\", which has no order");
        } else {
            return path.get().order(descending);
        }
        return (unusedA, unusedB) -> 0;
    }
}
