package dev.owlet.runtime.delta;

import dev.owlet.runtime.delta.Sightings.Sighting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** What one would write by hand for this one record, as fast as it gets: what the general one is measured by. */
final class SightingWriteSupport extends WriteSupport<Sighting> {
    private final MessageType schema = ParquetSchema.of(Sightings.TYPE, PartitionValues.NONE);
    private RecordConsumer out;

    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(Sighting row) {
        out.startMessage();
        text("id", 0, row.id().toString());
        text("site", 1, row.site());
        text("ring", 2, row.ring());
        text("species", 3, row.species().name());
        out.startField("seen_at", 4);
        Instant seen = row.seenAt();
        out.addLong(seen.getEpochSecond() * 1_000_000 + seen.getNano() / 1000);
        out.endField("seen_at", 4);
        integer("entered", 5, (int) row.entered().toEpochDay());
        BigDecimal weight = row.weight();
        if (weight != null) {
            integer("weight", 6, weight.unscaledValue().intValueExact());
        }
        integer("count", 7, row.count());
        Double wind = row.wind();
        if (wind != null) {
            out.startField("wind", 8);
            out.addDouble(wind);
            out.endField("wind", 8);
        }
        String note = row.note();
        if (note != null) {
            text("note", 9, note);
        }
        out.endMessage();
    }

    private void text(String name, int index, String value) {
        out.startField(name, index);
        out.addBinary(Binary.fromString(value));
        out.endField(name, index);
    }

    private void integer(String name, int index, int value) {
        out.startField(name, index);
        out.addInteger(value);
        out.endField(name, index);
    }
}
