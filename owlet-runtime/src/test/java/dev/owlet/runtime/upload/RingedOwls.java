package dev.owlet.runtime.upload;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.Owl;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import dev.owlet.runtime.table.Tables;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A table of owls whose rings are rows of another; for tests. */
final class RingedOwls extends Table<Owl> {
    private record Ring(String code) {}

    private static final class Rings extends Table<Ring> {
        private static final Column<Ring, String> CODE = Column.required("code", ValueType.text(), Ring::code);

        Rings() {
            super(TableSpec.of(
                            new RowType<>(
                                    "Ring",
                                    List.of(CODE),
                                    values -> {},
                                    (values, violations) -> violations.required("/code", values.get(CODE)),
                                    values -> new Ring(values.require(CODE))),
                            "ring",
                            "rings")
                    .key(CODE)
                    .build());
        }
    }

    private static final List<String> TEXTS = List.of(
            "a",
            " b",
            "c, \"d\"",
            "e\nf\r\n\"\"",
            "NA",
            "  ",
            "-1",
            "é🦉\t",
            "=1+1",
            "\"",
            "\\N",
            "{\"x\": [1]}",
            "'",
            "1.50");

    private final Rings rings = new Rings();

    private RingedOwls(UnaryOperator<TableSpec.Builder<Owl>> files) {
        super(files.apply(TableSpec.of(Owl.TYPE, "owl", "owls").key(Owl.ID).reference(Owl.RINGS, "Ring"))
                .build());
    }

    /** An empty table, and no rings. */
    static RingedOwls in(ObjectStore store, UnaryOperator<TableSpec.Builder<Owl>> files) {
        RingedOwls owls = new RingedOwls(files);
        Tables tables = new Tables(store);
        tables.add(owls.rings);
        return tables.add(owls);
    }

    /** The same table, where there are the rings NL0 to NL999 from here on. */
    RingedOwls ringed() {
        rings.append(IntStream.range(0, 1_000).mapToObj(i -> new Ring("NL" + i)).toList(), "ann");
        return this;
    }

    /** An owl with values and texts that no other has; the seventh alone is tawny. */
    static Owl owl(int i) {
        String text = TEXTS.get(i % TEXTS.size());
        boolean some = i % 5 > 0;
        return new Owl(
                new UUID(7, i),
                some ? i % 2 == 0 : null,
                10 + i,
                7_000_000_000L + i,
                some ? i / 3.0 * Math.pow(10, i - 8) : null,
                some ? new BigDecimal("60" + i + ".50") : null,
                text.isBlank() ? "b  " : text,
                i % 3 == 0 ? "" : i % 3 == 1 ? TEXTS.get((i + 5) % TEXTS.size()) : null,
                LocalDate.of(2000, 1, 1).plusDays(i),
                some ? LocalTime.of(i, 30, i) : null,
                some ? Instant.parse("2026-03-29T00:30:00.120Z").plusSeconds(i * 3600L) : null,
                i == 7 ? Owl.Kind.TAWNY : i % 2 == 0 ? Owl.Kind.BARN : Owl.Kind.NA,
                i == 20 ? List.of() : List.of("NL" + (100 + i), "NL200"),
                new Owl.Position(decimal("50.123", i), decimal("5.456", i), some ? text : null),
                some ? new Owl.Extra(text, i) : null,
                some
                        ? Json.MAPPER
                                .createObjectNode()
                                .put(text, new BigDecimal("1.50"))
                                .putNull("b")
                        : null);
    }

    private static BigDecimal decimal(String beginning, int i) {
        return new BigDecimal(beginning + (1000 + i + "").substring(1));
    }
}
