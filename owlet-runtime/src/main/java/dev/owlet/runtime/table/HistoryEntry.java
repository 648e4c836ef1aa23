package dev.owlet.runtime.table;

import java.time.Instant;
import java.util.Optional;

/**
 * One commit of a table.
 *
 * @param version the Delta version, from 0
 * @param when commit time
 * @param who user name, or the engine's name when another engine committed
 * @param what operation
 * @param rows rows created, updated or deleted; -1 when the committer did not say
 * @param upload the upload that the commit brought, or undid
 */
public record HistoryEntry(long version, Instant when, String who, String what, long rows, Optional<String> upload) {}
