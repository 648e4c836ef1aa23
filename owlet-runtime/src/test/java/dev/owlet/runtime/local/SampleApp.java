package dev.owlet.runtime.local;

import dev.owlet.runtime.api.Resource;
import dev.owlet.runtime.app.App;
import dev.owlet.runtime.app.Config;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.table.Operation;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import java.util.List;

/** A project with two tables, of which the first refers to the second. */
final class SampleApp extends App {
    record Visit(int number, String town) {}

    static final class VisitTable extends Table<Visit> {
        static final Column<Visit, Integer> NUMBER = Column.required("number", ValueType.integer(), Visit::number);
        static final Column<Visit, String> TOWN = Column.required("town", ValueType.text(), Visit::town);

        VisitTable() {
            super(TableSpec.of(
                            new RowType<>(
                                    "Visit",
                                    List.of(NUMBER, TOWN),
                                    values -> {},
                                    (values, violations) -> violations.required("/town", values.get(TOWN)),
                                    values -> new Visit(values.require(NUMBER), values.require(TOWN))),
                            "field/visit",
                            "field/visits")
                    .key(NUMBER)
                    .reference(TOWN, "Town")
                    .access("admin", Operation.values())
                    .access("editor", Operation.CREATE, Operation.READ)
                    .access("reader", Operation.READ)
                    .build());
        }
    }

    record Town(String code) {}

    static final class TownTable extends Table<Town> {
        static final Column<Town, String> CODE = Column.required("code", ValueType.text(), Town::code);

        TownTable() {
            super(TableSpec.of(
                            new RowType<>(
                                    "Town",
                                    List.of(CODE),
                                    values -> {},
                                    (values, violations) -> violations.required("/code", values.get(CODE)),
                                    values -> new Town(values.require(CODE))),
                            "town",
                            "towns")
                    .key(CODE)
                    .access("admin", Operation.values())
                    .build());
        }
    }

    SampleApp(Config config) {
        super("sample", "Sample", config);
        Resource<Visit> visits = new Resource<>(table(new VisitTable()));
        Resource<Town> towns = new Resource<>(table(new TownTable()));
        routes(router -> router.post("/api/field/visits/batch", visits::batch).post("/api/towns/batch", towns::batch));
        uploads("/api/field/visits", visits);
        uploads("/api/towns", towns);
    }

    private void uploads(String path, Resource<?> rows) {
        routes(router -> router.get(path, rows::list)
                .get(path + "/history", rows::history)
                .post(path + "/uploads", rows::announce)
                .get(path + "/uploads", rows::uploads)
                .get(path + "/uploads/{id}", rows::upload)
                .post(path + "/uploads/{id}/complete", rows::complete)
                .delete(path + "/uploads/{id}", rows::withdraw));
    }
}
