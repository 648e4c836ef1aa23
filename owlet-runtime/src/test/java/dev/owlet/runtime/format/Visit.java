package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A small concept with the types that differ most among files. */
record Visit(
        String place,
        @Nullable Integer count,
        @Nullable BigDecimal fee,
        @Nullable Boolean paid,
        @Nullable LocalDate day,
        @Nullable LocalTime at,
        @Nullable Instant seen) {
    static final Column<Visit, String> PLACE = Column.required("place", ValueType.text(), Visit::place);
    static final Column<Visit, Integer> COUNT = Column.optional("count", ValueType.integer(), Visit::count);
    static final Column<Visit, BigDecimal> FEE = Column.optional("fee", ValueType.decimal(9, 2), Visit::fee);
    static final Column<Visit, Boolean> PAID = Column.optional("paid", ValueType.bool(), Visit::paid);
    static final Column<Visit, LocalDate> DAY = Column.optional("day", ValueType.date(), Visit::day);
    static final Column<Visit, LocalTime> AT = Column.optional("at", ValueType.time(), Visit::at);
    static final Column<Visit, Instant> SEEN = Column.optional("seen", ValueType.timestamp(), Visit::seen);
    static final RowType<Visit> TYPE = new RowType<>(
            "Visit",
            List.of(PLACE, COUNT, FEE, PAID, DAY, AT, SEEN),
            values -> {},
            (values, violations) -> violations.required("/place", values.get(PLACE)),
            values -> new Visit(
                    values.require(PLACE),
                    values.get(COUNT),
                    values.get(FEE),
                    values.get(PAID),
                    values.get(DAY),
                    values.get(AT),
                    values.get(SEEN)));

    static final ImportSpec<Visit> STANDARD = ImportSpec.standard();

    /** Dutch ways of writing, and a heading of its own. */
    static final ImportSpec<Visit> DUTCH = new ImportSpec<>(
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            List.of("-"),
            Map.of(PLACE, "Plaats (naam)"),
            Map.of("decimal", ",", "date", "dd-MM-yyyy", "seen", "dd-MM-yyyy HH:mm Europe/Amsterdam"));

    /** Accepted rows as their values, others as {@code !} and their first violation. */
    static List<String> rows(ImportSpec<Visit> spec, FileSource file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (RowReader<Visit> reader = RowReaders.open(TYPE, spec, file)) {
            reader.forEachRemaining(row -> rows.add(text(row)));
        }
        return rows;
    }

    static FormatReport report(ImportSpec<Visit> spec, FileSource file) throws IOException {
        try (RowReader<Visit> reader = RowReaders.open(TYPE, spec, file)) {
            reader.forEachRemaining(row -> {});
            return reader.report();
        }
    }

    static String text(ReadRow<Visit> row) {
        if (row instanceof ReadRow.Rejected<Visit> rejected) {
            var first = rejected.violations().get(0);
            return "!" + first.pointer() + " " + first.message();
        }
        Visit visit = ((ReadRow.Accepted<Visit>) row).row();
        return String.join(
                " ",
                visit.place(),
                String.valueOf(visit.count()),
                String.valueOf(visit.fee()),
                String.valueOf(visit.paid()),
                String.valueOf(visit.day()),
                String.valueOf(visit.at()),
                String.valueOf(visit.seen()));
    }
}
