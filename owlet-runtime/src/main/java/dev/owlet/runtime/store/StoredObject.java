package dev.owlet.runtime.store;

import java.time.Instant;

/**
 * An object without its bytes.
 *
 * @param key relative to the store's root, parts separated by {@code /}
 * @param size bytes
 * @param modified when it was last written
 */
public record StoredObject(String key, long size, Instant modified) {}
