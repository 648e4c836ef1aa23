package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What tests of maintenance have in common. */
final class CareSamples {
    private CareSamples() {}

    /** Divided by year. */
    record Catch(int id, Instant seen) {
        static Catch of(int id, int year) {
            return new Catch(id, Instant.parse(year + "-06-01T12:00:00Z"));
        }
    }

    static final class CatchTable extends Table<Catch> {
        static final Column<Catch, Integer> ID = Column.required("id", ValueType.integer(), Catch::id);
        static final Column<Catch, Instant> SEEN = Column.required("seen", ValueType.timestamp(), Catch::seen);

        CatchTable() {
            super(TableSpec.of(
                            new RowType<>(
                                    "Catch",
                                    List.of(ID, SEEN),
                                    values -> {},
                                    (values, violations) -> {},
                                    values -> new Catch(values.require(ID), values.require(SEEN))),
                            "catch",
                            "catches")
                    .key(ID)
                    .partition(SEEN, Partition.Unit.YEAR)
                    .build());
        }
    }

    static <X extends Table<?>> X open(Path folder, X table) {
        return new Tables(ObjectStore.open(folder.toString())).add(table);
    }

    /** So many commits of one place each, in an order that is not that of their keys. */
    static PlaceTable places(Path folder, int commits) {
        PlaceTable places = open(folder, new PlaceTable());
        for (int i = 0; i < commits; i++) {
            places.append(List.of(new Place("P" + (i * 7) % commits, i % 3 == 0 ? null : "Name " + i, null)), "ann");
        }
        return places;
    }

    /** Every row with its system columns, by the text of the record. */
    static <T> List<Stored<T>> rows(TableView<T> view) {
        try (Stream<Stored<T>> rows = view.rows(Filter.all())) {
            return rows.sorted(Comparator.comparing(stored -> stored.row().toString()))
                    .toList();
        }
    }

    static List<DataFile> files(Table<?> table) throws IOException {
        return List.copyOf(table.store().log().latest().files());
    }

    static MaintenanceResult maintain(Table<?> table, MaintenanceOptions options) {
        return new Maintenance(table.tables(), options, MaintenanceProgress.NONE)
                .run()
                .get(0);
    }

    /** Makes everything below a folder so much older, commits and data files alike. */
    static void age(Path folder, Duration by) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Instant modified = Files.getLastModifiedTime(path).toInstant();
                Files.setLastModifiedTime(path, FileTime.from(modified.minus(by)));
            }
        }
    }

    /** The data files on disk, in the table or not. */
    static List<String> parquet(Path table) {
        try (Stream<Path> all = Files.walk(table)) {
            return all.map(path -> table.relativize(path).toString())
                    .filter(path -> path.endsWith(".parquet") && !path.startsWith("_delta_log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
