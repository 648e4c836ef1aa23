package dev.owlet.runtime.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a version sums up to, kept beside its commit (protocol, section "Version Checksum File"). */
final class Checksum {
    private Checksum() {}

    /**
     * The bytes of the file. Optional parts, such as the transactions, are left out: readers find them in the log.
     *
     * @param transaction the random id of the commit
     */
    static byte[] of(Snapshot snapshot, String transaction) {
        ObjectNode sums = Json.MAPPER
                .createObjectNode()
                .put("txnId", transaction)
                .put("tableSizeBytes", bytes(snapshot))
                .put("numFiles", snapshot.files().size())
                .put("numMetadata", 1)
                .put("numProtocol", 1);
        sums.set("metadata", snapshot.definition().metadata());
        sums.set("protocol", snapshot.definition().protocol());
        return sums.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long bytes(Snapshot snapshot) {
        return snapshot.files().stream().mapToLong(DataFile::size).sum();
    }

    /**
     * Holds a snapshot that was read from a checkpoint against the checksum of its version. A checksum that cannot be
     * read proves nothing, and does no harm.
     *
     * @throws DamagedLogException saying what differs
     */
    static void verify(String table, Snapshot snapshot, byte[] checksum) throws IOException {
        JsonNode sums;
        try {
            sums = Json.MAPPER.readTree(checksum);
        } catch (JsonProcessingException e) {
            return;
        }
        JsonNode metadata = snapshot.definition().metadata();
        for (String field : new String[] {"id", "schemaString", "partitionColumns"}) {
            require(
                    table,
                    snapshot,
                    field,
                    metadata.path(field),
                    sums.path("metadata").path(field));
        }
        require(table, snapshot, "numFiles", snapshot.files().size(), sums.path("numFiles"));
        require(table, snapshot, "tableSizeBytes", bytes(snapshot), sums.path("tableSizeBytes"));
    }

    private static void require(String table, Snapshot snapshot, String field, long found, JsonNode sum)
            throws DamagedLogException {
        if (sum.isIntegralNumber() && sum.asLong() != found) {
            throw differs(table, snapshot, field, Long.toString(found), sum);
        }
    }

    private static void require(String table, Snapshot snapshot, String field, JsonNode found, JsonNode sum)
            throws DamagedLogException {
        if (!sum.isMissingNode() && !sum.equals(found)) {
            throw differs(table, snapshot, field, found.toString(), sum);
        }
    }

    private static DamagedLogException differs(
            String table, Snapshot snapshot, String field, String found, JsonNode sum) {
        long version = snapshot.version();
        return new DamagedLogException("checkpoint " + version + " of table " + table + " and its checksum differ: "
                + field + " is " + found + " in the checkpoint, but " + sum + " in the file "
                + LogFiles.number(version) + ".crc; one of the two was changed or damaged");
    }
}
