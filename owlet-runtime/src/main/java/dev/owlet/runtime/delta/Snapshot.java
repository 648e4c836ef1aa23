package dev.owlet.runtime.delta;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A table as of one version: its schema and its files. Immutable. */
public final class Snapshot {
    private final long version;
    private final TableDefinition definition;
    private final Map<String, DataFile> files;
    private final Map<String, Long> transactions;

    Snapshot(long version, TableDefinition definition, Map<String, DataFile> files, Map<String, Long> transactions) {
        this.version = version;
        this.definition = definition;
        this.files = Collections.unmodifiableMap(files);
        this.transactions = Collections.unmodifiableMap(transactions);
    }

    /** A table that nobody wrote to yet. */
    static Snapshot none() {
        return new Snapshot(-1, TableDefinition.none(), Map.of(), Map.of());
    }

    /** From 0; -1 for a table that does not exist yet. */
    public long version() {
        return version;
    }

    public boolean exists() {
        return version >= 0;
    }

    /** Empty for a table that does not exist yet. */
    public Optional<DeltaSchema> schema() {
        return definition.schema();
    }

    /** The table's files; in the order they were added, as far as the log tells. */
    public Collection<DataFile> files() {
        return files.values();
    }

    /** Names of the columns whose values stand in the log ({@link DataFile#partition}), not in the files. */
    public List<String> partitionColumns() {
        return definition.partitionColumns();
    }

    /** The latest version that an application recorded here (protocol, section "Transaction Identifiers"). */
    public OptionalLong transaction(String app) {
        Long version = transactions.get(app);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    TableDefinition definition() {
        return definition;
    }

    /** By {@link DataFile#decodedPath}. */
    Map<String, DataFile> filesByPath() {
        return files;
    }

    Map<String, Long> transactions() {
        return transactions;
    }
}
