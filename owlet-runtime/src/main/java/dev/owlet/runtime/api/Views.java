package dev.owlet.runtime.api;

import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableView;
import dev.owlet.runtime.table.UnknownVersionException;
import java.time.Instant;
import java.util.Optional;

/** The version of a table that a request reads: {@code version=}, {@code asOf=}, or the latest. */
final class Views {
    private Views() {}

    static <T> TableView<T> of(Table<T> table, Parameters parameters) {
        Optional<Long> version = parse(parameters, "version", ValueType.longInteger());
        Optional<Instant> asOf = parse(parameters, "asOf", ValueType.timestamp());
        if (version.isPresent() && asOf.isPresent()) {
            parameters.faults().add("asOf", "conflict", "cannot be given together with version");
        }
        try {
            if (version.isPresent()) {
                return table.view(version.get());
            }
            if (asOf.isPresent()) {
                return table.asOf(asOf.get());
            }
        } catch (UnknownVersionException e) {
            parameters
                    .faults()
                    .add(version.isPresent() ? "version" : "asOf", "unknown", String.valueOf(e.getMessage()));
        }
        return table.view();
    }

    private static <V> Optional<V> parse(Parameters parameters, String name, ValueType<V> type) {
        try {
            return parameters.one(name).map(type::parse);
        } catch (IllegalArgumentException e) {
            parameters.faults().add(name, "type", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
