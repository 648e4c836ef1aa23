package dev.owlet.runtime.upload;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import java.util.List;

/** The smallest table that files can be handed in to, in a module; for tests. */
public final class RingTable extends Table<RingTable.Owl> {
    /** An owl, known by its ring. */
    public record Owl(int ring) {}

    private static final Column<Owl, Integer> RING = Column.required("ring", ValueType.integer(), Owl::ring);

    public RingTable() {
        super(TableSpec.of(
                        new RowType<>(
                                "Owl",
                                List.of(RING),
                                values -> {},
                                (values, violations) -> violations.required("/ring", values.get(RING)),
                                values -> new Owl(values.require(RING))),
                        "field/owl",
                        "field/owls")
                .key(RING)
                .build());
    }
}
