package dev.owlet.runtime.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.delta.Samples.Everything;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowMergeTest {
    /** All that a narrower model knows of the rows. */
    private static final Column<Long, Long> ID = Column.required("id", ValueType.longInteger(), id -> id);

    private static final RowType<Long> NARROW = new RowType<>(
            "Narrow", List.of(ID), values -> {}, (values, violations) -> {}, values -> values.require(ID));

    @TempDir
    Path folder;

    private ObjectStore store;
    private RowFiles<Everything> files;
    private RowFiles<Long> narrow;

    @BeforeEach
    void open() {
        store = ObjectStore.open(folder.toString());
        files = new RowFiles<>(Samples.TYPE, store, "t");
        narrow = new RowFiles<>(NARROW, store, "t");
    }

    private DataFile file(long... ids) throws IOException {
        return files.write(
                LongStream.of(ids)
                        .mapToObj(id -> id % 2 == 0 ? Samples.empty(id) : Samples.full(id))
                        .toList(),
                Map.of("_year", "2024"));
    }

    @Test
    void rowsComeInOrderWithAllTheirColumns() throws Exception {
        List<DataFile> merged = narrow.merge(List.of(file(5, 1, 9), file(4, 3), file(2)), List.of(ID), 100);

        assertThat(merged).hasSize(1);
        assertThat(files.read(merged.get(0)))
                .containsExactly(
                        Samples.full(1),
                        Samples.empty(2),
                        Samples.full(3),
                        Samples.empty(4),
                        Samples.full(5),
                        Samples.full(9));
        assertThat(merged.get(0).partition()).isEqualTo(Map.of("_year", "2024"));
        assertThat(merged.get(0).path()).startsWith("_year=2024/");
        assertThat(merged.get(0).stats().rows()).hasValue(6);
        assertThat(merged.get(0).stats().mayPass(Samples.ID.gt(10L))).isFalse();
        assertThat(files.form(merged.get(0))).isEqualTo(files.form(file(7)));
    }

    @Test
    void rowsWithoutAValueComeFirstAndEqualsKeepTheirOrder() throws Exception {
        List<DataFile> merged = files.merge(List.of(file(1, 2), file(3, 4)), List.of(Samples.TEXT), 100);

        assertThat(files.read(merged.get(0))).extracting(Everything::id).containsExactly(2L, 4L, 1L, 3L);
    }

    @Test
    void manyRowsBecomeSeveralFiles() throws Exception {
        List<DataFile> several = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int start = i;
            several.add(file(LongStream.range(0, 103).map(n -> n * 10 + start).toArray()));
        }
        List<DataFile> merged = files.merge(several, List.of(Samples.ID), 250);

        assertThat(merged)
                .extracting(file -> file.stats().rows().orElseThrow())
                .containsExactly(250L, 250L, 250L, 250L, 30L);
        List<Long> ids = new ArrayList<>();
        for (DataFile file : merged) {
            files.read(file).forEach(row -> ids.add(row.id()));
        }
        assertThat(ids).hasSize(1030).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void formsTellOtherColumnsApart() throws Exception {
        assertThat(files.form(file(1))).isEqualTo(files.form(file(2, 4)));
        assertThat(files.form(file(1))).isNotEqualTo(narrow.form(narrow.write(List.of(1L))));
    }

    @Test
    void nothingIsLeftOfAMergeThatFails() throws Exception {
        DataFile whole = file(1, 2, 3);
        DataFile broken = file(4);
        store.put("t/" + broken.decodedPath(), new byte[(int) broken.size()], false);
        int before = store.listAll("t").size();

        assertThatThrownBy(() -> files.merge(List.of(whole, broken), List.of(Samples.ID), 100))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(broken.decodedPath());
        assertThat(store.listAll("t")).hasSize(before);
    }

    @Test
    void noRowsBecomeNoFile() throws Exception {
        assertThat(files.merge(List.of(files.write(List.of())), List.of(Samples.ID), 100))
                .isEmpty();
    }
}
