package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commits to a table of one column, whose files are only told of: a log does not look into them. */
final class LogSamples {
    record Named(String name) {}

    private static final Column<Named, String> NAME = Column.required("name", ValueType.text(), Named::name);

    static final DeltaSchema SCHEMA = DeltaSchema.of(new RowType<>(
            "Named",
            List.of(NAME),
            values -> {},
            (values, violations) -> {},
            values -> new Named(values.require(NAME))));

    /** With a second column, {@code place}. */
    static final DeltaSchema WIDER = withText(SCHEMA, "place");

    /** What most commits say of themselves. */
    static final Commit PLAIN = new Commit(
            List.of(),
            List.of(),
            Optional.of(SCHEMA),
            List.of(),
            List.of(),
            "WRITE",
            "ann",
            Map.of("numOutputRows", 3L),
            Optional.of("note"),
            true);

    private LogSamples() {}

    static DeltaSchema withText(DeltaSchema schema, String column) {
        String field = ",{\"name\":\"" + column + "\",\"type\":\"string\",\"nullable\":true,\"metadata\":{}}]}";
        return DeltaSchema.parse(schema.json().replaceFirst("\\]\\}$", field));
    }

    static DataFile file(String path) {
        return file(path, Map.of());
    }

    /** A file of three rows. */
    static DataFile file(String path, Map<String, @Nullable String> partition) {
        return new DataFile(path, partition, 10, 1_700_000_000_000L, Optional.of("{\"numRecords\":3}"));
    }

    static Commit adding(DataFile... files) {
        return commit(List.of(files), List.of());
    }

    static Commit removing(DataFile... files) {
        return commit(List.of(), List.of(files));
    }

    static Commit commit(List<DataFile> add, List<DataFile> remove) {
        return new Commit(
                add,
                remove,
                Optional.empty(),
                List.of(),
                List.of(),
                PLAIN.operation(),
                PLAIN.user(),
                PLAIN.metrics(),
                PLAIN.userMetadata(),
                true);
    }

    /** The rows of some files, now in one. */
    static Commit moving(DataFile to, DataFile... from) {
        return new Commit(
                List.of(to),
                List.of(from),
                Optional.empty(),
                List.of(),
                List.of(),
                "OPTIMIZE",
                PLAIN.user(),
                Map.of(),
                Optional.empty(),
                false);
    }

    static Commit with(Commit commit, DeltaSchema schema, String... partitionColumns) {
        return new Commit(
                commit.add(),
                commit.remove(),
                Optional.of(schema),
                List.of(partitionColumns),
                commit.apps(),
                commit.operation(),
                commit.user(),
                commit.metrics(),
                commit.userMetadata(),
                commit.dataChange());
    }

    static Commit by(Commit commit, String... apps) {
        return new Commit(
                commit.add(),
                commit.remove(),
                commit.schema(),
                commit.partitionColumns(),
                List.of(apps),
                commit.operation(),
                commit.user(),
                commit.metrics(),
                commit.userMetadata(),
                commit.dataChange());
    }

    static Commit saying(Commit commit, String operation, String user, String userMetadata) {
        return new Commit(
                commit.add(),
                commit.remove(),
                commit.schema(),
                commit.partitionColumns(),
                commit.apps(),
                operation,
                user,
                commit.metrics(),
                Optional.of(userMetadata),
                commit.dataChange());
    }
}
