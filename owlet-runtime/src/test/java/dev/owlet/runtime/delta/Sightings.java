package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ten columns of mixed types, many rows of them, for files too large to fetch as a whole. */
final class Sightings {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final String HEX = "0123456789abcdef";

    private Sightings() {}

    enum Species {
        TYTO_ALBA,
        STRIX_ALUCO,
        ASIO_OTUS,
        ATHENE_NOCTUA
    }

    record Sighting(
            UUID id,
            String site,
            String ring,
            Species species,
            Instant seenAt,
            LocalDate entered,
            @Nullable BigDecimal weight,
            int count,
            @Nullable Double wind,
            @Nullable String note) {}

    static final Column<Sighting, UUID> ID = Column.required("id", ValueType.uuid(), Sighting::id);
    static final Column<Sighting, String> SITE = Column.required("site", ValueType.text(), Sighting::site);
    static final Column<Sighting, String> RING = Column.required("ring", ValueType.text(), Sighting::ring);
    static final Column<Sighting, Species> SPECIES = Column.required(
            "species",
            ValueType.enumeration(List.of(Species.values()), Species::name, Species::name),
            Sighting::species);
    static final Column<Sighting, Instant> SEEN_AT =
            Column.required("seen_at", ValueType.timestamp(), Sighting::seenAt);
    static final Column<Sighting, LocalDate> ENTERED = Column.required("entered", ValueType.date(), Sighting::entered);
    static final Column<Sighting, BigDecimal> WEIGHT =
            Column.optional("weight", ValueType.decimal(6, 1), Sighting::weight);
    static final Column<Sighting, Integer> COUNT = Column.required("count", ValueType.integer(), Sighting::count);
    static final Column<Sighting, Double> WIND = Column.optional("wind", ValueType.doubleFloat(), Sighting::wind);
    static final Column<Sighting, String> NOTE = Column.optional("note", ValueType.text(), Sighting::note);

    static final RowType<Sighting> TYPE = new RowType<>(
            "Sighting",
            List.of(ID, SITE, RING, SPECIES, SEEN_AT, ENTERED, WEIGHT, COUNT, WIND, NOTE),
            values -> {},
            (values, violations) -> {},
            Sightings::make);

    private static Sighting make(Values values) {
        return new Sighting(
                values.require(ID),
                values.require(SITE),
                values.require(RING),
                values.require(SPECIES),
                values.require(SEEN_AT),
                values.require(ENTERED),
                values.get(WEIGHT),
                values.require(COUNT),
                values.get(WIND),
                values.get(NOTE));
    }

    /** Ids in the order of time, rings in none. The same rows each time. */
    static List<Sighting> rows(int count) {
        Random random = new Random(7);
        List<Sighting> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(row(i, random));
        }
        return rows;
    }

    private static Sighting row(int i, Random random) {
        Instant seen = START.plusSeconds(40L * i + random.nextInt(40)).plusNanos(1000L * random.nextInt(1_000_000));
        long high = seen.toEpochMilli() << 16 | 0x7000L | (i & 0xfff);
        return new Sighting(
                new UUID(high, random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L),
                "NL" + (100 + random.nextInt(200)),
                ring(random),
                Species.values()[random.nextInt(4)],
                seen,
                LocalDate.ofEpochDay(19723 + i / 2000),
                random.nextInt(3) == 0 ? null : BigDecimal.valueOf(200 + random.nextInt(5000), 1),
                1 + random.nextInt(9),
                random.nextInt(5) == 0 ? null : random.nextInt(300) / 10.0,
                random.nextInt(4) == 0 ? "heard near the old barn " + random.nextInt(5000) : null);
    }

    private static String ring(Random random) {
        StringBuilder ring = new StringBuilder("R");
        for (int digit = 0; digit < 9; digit++) {
            ring.append(HEX.charAt(random.nextInt(16)));
        }
        return ring.toString();
    }
}
