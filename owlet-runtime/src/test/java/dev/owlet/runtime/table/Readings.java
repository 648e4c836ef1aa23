package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.Commit;
import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.DeltaLog;
import dev.owlet.runtime.delta.DeltaSchema;
import dev.owlet.runtime.delta.RowFiles;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** A concept of ten columns, for benchmarks. */
final class Readings {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Readings() {}

    record Reading(
            UUID id,
            int station,
            long sequence,
            double value,
            BigDecimal amount,
            String name,
            String note,
            LocalDate day,
            Instant at,
            boolean valid) {}

    static final class ReadingTable extends Table<Reading> {
        static final Column<Reading, UUID> ID = Column.required("id", ValueType.uuid(), Reading::id);
        static final Column<Reading, Integer> STATION =
                Column.required("station", ValueType.integer(), Reading::station);
        static final Column<Reading, Long> SEQUENCE =
                Column.required("sequence", ValueType.longInteger(), Reading::sequence);
        static final Column<Reading, Double> VALUE = Column.required("value", ValueType.doubleFloat(), Reading::value);
        static final Column<Reading, BigDecimal> AMOUNT =
                Column.required("amount", ValueType.decimal(12, 2), Reading::amount);
        static final Column<Reading, String> NAME = Column.required("name", ValueType.text(), Reading::name);
        static final Column<Reading, String> NOTE = Column.required("note", ValueType.text(), Reading::note);
        static final Column<Reading, LocalDate> DAY = Column.required("day", ValueType.date(), Reading::day);
        static final Column<Reading, Instant> AT = Column.required("at", ValueType.timestamp(), Reading::at);
        static final Column<Reading, Boolean> VALID = Column.required("valid", ValueType.bool(), Reading::valid);
        static final RowType<Reading> TYPE = new RowType<>(
                "Reading",
                List.of(ID, STATION, SEQUENCE, VALUE, AMOUNT, NAME, NOTE, DAY, AT, VALID),
                values -> {},
                (values, violations) -> {},
                values -> new Reading(
                        values.require(ID),
                        values.require(STATION),
                        values.require(SEQUENCE),
                        values.require(VALUE),
                        values.require(AMOUNT),
                        values.require(NAME),
                        values.require(NOTE),
                        values.require(DAY),
                        values.require(AT),
                        values.require(VALID)));

        ReadingTable() {
            super(TableSpec.of(TYPE, "reading", "readings").key(ID).build());
        }
    }

    /** @param timeOrdered whether later rows have greater keys, as those of {@code uuid = new} have */
    static Reading reading(int i, Random random, boolean timeOrdered) {
        long high = timeOrdered ? (START.toEpochMilli() + i) << 16 | 0x7000 | i & 0xfff : random.nextLong();
        return new Reading(
                new UUID(high, random.nextLong()),
                i % 50,
                i,
                random.nextDouble() * 100,
                BigDecimal.valueOf(random.nextInt(1_000_000), 2),
                "Station " + i % 50,
                "note " + random.nextInt(1000),
                LocalDate.ofEpochDay(20_000 + i / 2000),
                START.plusSeconds(i),
                i % 7 != 0);
    }

    /** Makes a table of {@code rows} rows in so many files, without asking for keys; gives some of the keys. */
    static List<UUID> fill(ObjectStore store, int rows, int files, boolean timeOrdered) throws IOException {
        ReadingTable table = new Tables(store).add(new ReadingTable());
        RowFiles<Stored<Reading>> data = table.store().files();
        DeltaLog log = DeltaLog.of(store, "delta/reading");
        Random random = new Random(42);
        List<DataFile> added = new ArrayList<>();
        List<UUID> some = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            List<Stored<Reading>> part = new ArrayList<>();
            for (int i = (int) ((long) rows * file / files); i < (long) rows * (file + 1) / files; i++) {
                Reading reading = reading(i, random, timeOrdered);
                part.add(new Stored<>(reading, 1, reading.at(), "bench", reading.at(), "bench", Optional.empty()));
                if (random.nextInt(rows / 50) == 0) {
                    some.add(reading.id());
                }
            }
            Layout<Reading> layout = Layout.of(
                    part, Partitioner.of(table.spec(), List.of()), table.spec().key());
            for (Layout.Piece<Reading> piece : layout.pieces()) {
                added.add(data.write(piece.rows(), Map.of()));
            }
        }
        DeltaSchema schema = DeltaSchema.of(StoredType.of(table.spec()));
        Commit commit = new Commit(
                added,
                List.of(),
                Optional.of(schema),
                List.of(),
                List.of(),
                "WRITE",
                "bench",
                Map.of(),
                Optional.empty(),
                true);
        log.commit(log.latest(), commit);
        return some;
    }
}
