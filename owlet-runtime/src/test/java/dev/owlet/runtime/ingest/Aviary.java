package dev.owlet.runtime.ingest;

import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import dev.owlet.runtime.table.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Birds, of which one may be the mother of others, in cages: tables for tests, in one folder. */
final class Aviary {
    record Cage(String code) {}

    record Bird(
            int number,
            @Nullable String ring,
            @Nullable String cage,
            @Nullable Integer mother,
            @Nullable Integer weight) {}

    static final class Cages extends Table<Cage> {
        static final Column<Cage, String> CODE = Column.required("code", ValueType.text(), Cage::code);

        Cages() {
            super(TableSpec.of(
                            new RowType<>(
                                    "Cage",
                                    List.of(CODE),
                                    values -> {},
                                    (values, violations) -> violations.required("/code", values.get(CODE)),
                                    values -> new Cage(values.require(CODE))),
                            "cage",
                            "cages")
                    .key(CODE)
                    .build());
        }
    }

    static final class Birds extends Table<Bird> {
        Birds() {
            this(
                    Column.required("number", ValueType.integer(), Bird::number),
                    Column.optional("ring", ValueType.text(), Bird::ring),
                    Column.optional("cage", ValueType.text(), Bird::cage),
                    Column.optional("mother", ValueType.integer(), Bird::mother),
                    Column.optional("weight", ValueType.integer(), Bird::weight));
        }

        private Birds(
                Column<Bird, Integer> number,
                Column<Bird, String> ring,
                Column<Bird, String> cage,
                Column<Bird, Integer> mother,
                Column<Bird, Integer> weight) {
            super(TableSpec.of(
                            new RowType<>(
                                    "Bird",
                                    List.of(number, ring, cage, mother, weight),
                                    values -> {},
                                    (values, violations) -> violations.required("/number", values.get(number)),
                                    values -> new Bird(
                                            values.require(number),
                                            values.get(ring),
                                            values.get(cage),
                                            values.get(mother),
                                            values.get(weight))),
                            "bird",
                            "birds")
                    .key(number)
                    .unique(ring)
                    .reference(cage, "Cage")
                    .reference(mother, "Bird")
                    .build());
        }
    }

    static final String HEADER = "number,ring,cage,mother,weight\n";

    final Cages cages;
    final Birds birds;

    Aviary(String root) {
        this(ObjectStore.open(root));
    }

    Aviary(ObjectStore store) {
        Tables tables = new Tables(store);
        cages = tables.add(new Cages());
        birds = tables.add(new Birds());
    }

    /** The numbers of the birds, with all that is to be known of them. */
    Map<Integer, Bird> now() {
        try (Stream<Stored<Bird>> rows = birds.scan(Filter.all())) {
            Map<Integer, Bird> now = new TreeMap<>();
            rows.forEach(stored -> {
                if (now.put(stored.row().number(), stored.row()) != null) {
                    throw new AssertionError(
                            "two birds have number " + stored.row().number());
                }
            });
            return now;
        }
    }

    IngestReport insert(String upload, String csv) throws IOException {
        return insert(upload, csv, RejectsSink.NONE);
    }

    IngestReport insert(String upload, String csv, RejectsSink rejects) throws IOException {
        return Ingest.run(birds, file(csv), IngestOptions.insert(upload, "ann"), rejects, IngestProgress.SILENT);
    }

    IngestReport upsert(String upload, String csv) throws IOException {
        return Ingest.run(
                birds, file(csv), IngestOptions.upsert(upload, "bob"), RejectsSink.NONE, IngestProgress.SILENT);
    }

    static FileSource file(String csv) {
        return file("birds.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    static FileSource file(String name, byte[] bytes) {
        return new FileSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public byte[] read(long from, int length) {
                int start = (int) Math.min(from, bytes.length);
                return Arrays.copyOfRange(bytes, start, (int) Math.min((long) start + length, bytes.length));
            }
        };
    }
}
