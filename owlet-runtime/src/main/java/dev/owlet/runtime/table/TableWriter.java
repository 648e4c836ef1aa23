package dev.owlet.runtime.table;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Writes to one table, one write at a time: of several threads here all but one would lose their commits. */
final class TableWriter<T> {
    private final TableStore<T> table;
    private final Tables tables;
    private final Replays<T> replays;
    private final Lock lock = new ReentrantLock();

    TableWriter(TableStore<T> table, Tables tables) {
        this.table = table;
        this.tables = tables;
        replays = new Replays<>(table);
    }

    WriteResult<T> write(List<Change<T>> changes, WriteOptions options) throws IOException {
        lock.lock();
        try {
            return new Write<>(table, tables, replays, changes, options).run();
        } finally {
            lock.unlock();
        }
    }
}
