package dev.owlet.runtime.store;

/**
 * Requests by kind, and bytes of objects that went over the wire.
 *
 * @param read bytes that were sent to the client
 * @param written bytes that the client sent
 */
public record Counts(long get, long head, long list, long put, long delete, long read, long written) {
    public Counts minus(Counts earlier) {
        return new Counts(
                get - earlier.get,
                head - earlier.head,
                list - earlier.list,
                put - earlier.put,
                delete - earlier.delete,
                read - earlier.read,
                written - earlier.written);
    }

    public long requests() {
        return get + head + list + put + delete;
    }
}
