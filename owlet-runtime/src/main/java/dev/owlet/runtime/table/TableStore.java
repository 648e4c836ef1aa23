package dev.owlet.runtime.table;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** One table on storage. */
final class TableStore<T> {
    TableStore(TableSpec<T> spec, Tables tables, ObjectStore store) {}

    TableView<T> latest() throws IOException {
        throw new IOException("storage is not reachable");
    }

    TableView<T> at(long version) throws IOException {
        throw new IOException("storage is not reachable");
    }

    TableView<T> asOf(Instant time) throws IOException {
        throw new IOException("storage is not reachable");
    }

    WriteResult<T> write(List<Change<T>> changes, WriteOptions options) throws IOException {
        throw new IOException("storage is not reachable");
    }

    List<HistoryEntry> history(int limit) throws IOException {
        throw new IOException("storage is not reachable");
    }
}
