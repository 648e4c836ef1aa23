package dev.owlet.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.store.ObjectStore;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private record Catch(int id, String site, Instant seen) {}

    private static final class CatchTable extends Table<Catch> {
        static final Column<Catch, Integer> ID = Column.required("id", ValueType.integer(), Catch::id);
        static final Column<Catch, String> SITE = Column.required("site", ValueType.text(), Catch::site);
        static final Column<Catch, Instant> SEEN = Column.required("seen", ValueType.timestamp(), Catch::seen);
        static final RowType<Catch> TYPE = new RowType<>(
                "Catch",
                List.of(ID, SITE, SEEN),
                values -> {},
                (values, violations) -> {},
                values -> new Catch(values.require(ID), values.require(SITE), values.require(SEEN)));

        CatchTable(TableSpec.Builder<Catch> spec) {
            super(spec.key(ID).build());
        }

        static CatchTable plain() {
            return new CatchTable(TableSpec.of(TYPE, "catch", "catches"));
        }

        static CatchTable by(Column<Catch, ?> column, Partition.Unit unit) {
            return new CatchTable(TableSpec.of(TYPE, "catch", "catches").partition(column, unit));
        }
    }

    private CatchTable open(CatchTable table) {
        return new Tables(ObjectStore.open(folder.toString())).add(table);
    }

    private static Collection<DataFile> files(CatchTable table) throws Exception {
        return table.store().log().latest().files();
    }

    private static Set<Map<String, String>> partitions(CatchTable table) throws Exception {
        return files(table).stream().map(DataFile::partition).collect(Collectors.toSet());
    }

    private static List<Integer> ids(CatchTable table, Filter<Catch> filter) {
        return table.scan(filter).map(stored -> stored.row().id()).sorted().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "YEAR, _seen_year, 2025, 2026",
        "MONTH, _seen_month, 2025-12, 2026-01",
        "DAY, _seen_day, 2025-12-31, 2026-01-01"
    })
    void timesDivideByTheirDayInUtc(Partition.Unit unit, String column, String before, String after) throws Exception {
        CatchTable table = open(CatchTable.by(CatchTable.SEEN, unit));
        Catch last = new Catch(1, "a", NEW_YEAR.minusNanos(1000));
        Catch first = new Catch(2, "a", NEW_YEAR);
        table.append(List.of(first, last), "ann");

        assertThat(partitions(table)).isEqualTo(Set.of(Map.of(column, before), Map.of(column, after)));
        assertThat(table.scan(Filter.all()).map(Stored::row)).containsExactlyInAnyOrder(last, first);
        assertThat(ids(table, CatchTable.SEEN.lt(NEW_YEAR))).containsExactly(1);
    }

    @Test
    void aRowThatGoesToAnotherPartitionLeavesItsOwn() throws Exception {
        CatchTable table = open(CatchTable.by(CatchTable.SITE, Partition.Unit.VALUE));
        table.append(List.of(new Catch(1, "a/b =%ä", NEW_YEAR), new Catch(2, "a/b =%ä", NEW_YEAR)), "ann");

        table.upsert(List.of(new Catch(2, "..", NEW_YEAR)), "bob");

        assertThat(partitions(table)).isEqualTo(Set.of(Map.of("site", "a/b =%ä"), Map.of("site", "..")));
        assertThat(ids(table, CatchTable.SITE.eq(".."))).containsExactly(2);
        assertThat(ids(table, CatchTable.SITE.eq("a/b =%ä"))).containsExactly(1);
        assertThat(open(CatchTable.by(CatchTable.SITE, Partition.Unit.VALUE)).find(List.of(2)))
                .hasValueSatisfying(stored -> assertThat(stored.row().site()).isEqualTo(".."));
    }

    @Test
    void keysAreUniqueAcrossPartitions() {
        CatchTable table = open(CatchTable.by(CatchTable.SITE, Partition.Unit.VALUE));
        table.append(List.of(new Catch(1, "a", NEW_YEAR)), "ann");

        WriteResult<Catch> second = table.append(List.of(new Catch(1, "b", NEW_YEAR)), "ann");

        assertThat(second.outcomes()).singleElement().isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void emptyTextIsRefusedWhereItWouldNameAFolder() {
        CatchTable table = open(CatchTable.by(CatchTable.SITE, Partition.Unit.VALUE));

        WriteResult<Catch> result =
                table.append(List.of(new Catch(1, "", NEW_YEAR), new Catch(2, " ", NEW_YEAR)), "ann");

        assertThat(result.outcomes().get(0))
                .isEqualTo(new Outcome.Rejected<>(List.of(
                        new Violation("/site", "required", "must not be empty, as the table is divided by it"))));
        assertThat(table.find(List.of(2))).isPresent();
    }

    @Test
    void aTableStaysDividedAsItWasMade() throws Exception {
        open(CatchTable.by(CatchTable.SEEN, Partition.Unit.YEAR)).append(List.of(new Catch(1, "a", NEW_YEAR)), "ann");

        CatchTable later = open(CatchTable.plain());
        later.append(List.of(new Catch(2, "a", NEW_YEAR.minusSeconds(1))), "ann");
        CatchTable again = open(CatchTable.by(CatchTable.SITE, Partition.Unit.VALUE));
        again.append(List.of(new Catch(3, "b", NEW_YEAR)), "ann");

        assertThat(partitions(again)).isEqualTo(Set.of(Map.of("_seen_year", "2026"), Map.of("_seen_year", "2025")));
        assertThat(ids(again, CatchTable.SITE.eq("b"))).containsExactly(3);
        assertThat(ids(again, Filter.all())).containsExactly(1, 2, 3);
    }

    @Test
    void aTableMadeWithoutPartitionsStaysOneFolder() throws Exception {
        open(CatchTable.plain()).append(List.of(new Catch(1, "a", NEW_YEAR)), "ann");

        CatchTable later = open(CatchTable.by(CatchTable.SEEN, Partition.Unit.YEAR));
        later.append(List.of(new Catch(2, "a", NEW_YEAR)), "ann");

        assertThat(partitions(later)).isEqualTo(Set.of(Map.of()));
        assertThat(ids(later, Filter.all())).containsExactly(1, 2);
    }

    @Test
    void aTableDividedByWhatTheModelDoesNotKnowCanOnlyBeRead() {
        open(CatchTable.by(CatchTable.SITE, Partition.Unit.VALUE)).append(List.of(new Catch(1, "a", NEW_YEAR)), "ann");
        record Bare(int id) {}
        Column<Bare, Integer> id = Column.required("id", ValueType.integer(), Bare::id);
        RowType<Bare> type = new RowType<>(
                "Bare", List.of(id), values -> {}, (values, violations) -> {}, values -> new Bare(values.require(id)));
        Table<Bare> bare = new Tables(ObjectStore.open(folder.toString()))
                .add(
                        new Table<Bare>(
                                TableSpec.of(type, "catch", "catches").key(id).build()) {});

        assertThat(bare.find(List.of(1))).isPresent();
        assertThatThrownBy(() -> bare.append(List.of(new Bare(2)), "ann"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("divided by its column site");
    }
}
