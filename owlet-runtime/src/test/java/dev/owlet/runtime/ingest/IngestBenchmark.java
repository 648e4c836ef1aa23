package dev.owlet.runtime.ingest;

import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import dev.owlet.runtime.table.Tables;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rows a second from a CSV file of ten columns to one validated commit, and the memory it takes; one in a hundred rows is
 * bad. {@code generate FILE ROWS}; {@code run FILE TABLES TIMES}, each time into a table of its own: the first in a fresh
 * process, as a function does, with its start in the CPU time, the later ones warm.
 */
final class IngestBenchmark {
    private static final int BAD = 100;

    private IngestBenchmark() {}

    record Item(
            String id,
            String name,
            String category,
            int quantity,
            double price,
            boolean flag,
            LocalDate day,
            Instant seenAt,
            BigDecimal amount,
            @Nullable String note) {}

    private static final class Items extends Table<Item> {
        Items(String folder) {
            this(folder, Column.required("id", ValueType.text(), Item::id));
        }

        private Items(String folder, Column<Item, String> id) {
            super(TableSpec.of(type(id), folder, folder).key(id).build());
        }

        private static RowType<Item> type(Column<Item, String> id) {
            Column<Item, String> name = Column.required("name", ValueType.text(), Item::name);
            Column<Item, String> category = Column.required("category", ValueType.text(), Item::category);
            Column<Item, Integer> quantity = Column.required("quantity", ValueType.integer(), Item::quantity);
            Column<Item, Double> price = Column.required("price", ValueType.doubleFloat(), Item::price);
            Column<Item, Boolean> flag = Column.required("flag", ValueType.bool(), Item::flag);
            Column<Item, LocalDate> day = Column.required("day", ValueType.date(), Item::day);
            Column<Item, Instant> seenAt = Column.required("seen_at", ValueType.timestamp(), Item::seenAt);
            Column<Item, BigDecimal> amount = Column.required("amount", ValueType.decimal(12, 2), Item::amount);
            Column<Item, String> note = Column.optional("note", ValueType.text(), Item::note);
            List<Column<Item, ?>> columns =
                    List.of(id, name, category, quantity, price, flag, day, seenAt, amount, note);
            return new RowType<>(
                    "Item",
                    columns,
                    values -> {},
                    (values, violations) -> {
                        violations.required("/id", values.get(id));
                        violations.required("/name", values.get(name));
                        violations.required("/category", values.get(category));
                        violations.required("/quantity", values.get(quantity));
                        violations.required("/price", values.get(price));
                        violations.required("/flag", values.get(flag));
                        violations.required("/day", values.get(day));
                        violations.required("/seen_at", values.get(seenAt));
                        violations.required("/amount", values.get(amount));
                    },
                    values -> new Item(
                            values.require(id),
                            values.require(name),
                            values.require(category),
                            values.require(quantity),
                            values.require(price),
                            values.require(flag),
                            values.require(day),
                            values.require(seenAt),
                            values.require(amount),
                            values.get(note)));
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("generate")) {
            generate(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        } else {
            run(Path.of(arguments[1]), arguments[2], Integer.parseInt(arguments[3]));
        }
    }

    /** Keys in a mixed-up order, as files have them. */
    private static void generate(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,name,category,quantity,price,flag,day,seen_at,amount,note\n");
            for (int i = 0; i < rows; i++) {
                long id = i * 7_368_787L % rows;
                String quantity = id % BAD == 7 ? "many" : Long.toString(id % 1000);
                out.write(String.format(
                        Locale.ROOT,
                        "id-%08d,name %d,category %d,%s,%.2f,%b,%s,%s,%d.%02d,%s%n",
                        id,
                        id * 7919 % 100_003,
                        id % 17,
                        quantity,
                        id * 0.25,
                        id % 3 == 0,
                        LocalDate.ofEpochDay(18_262 + id % 2000),
                        Instant.ofEpochSecond(1_600_000_000 + id % 40_000_000),
                        id % 100_000,
                        id % 100,
                        id % 5 == 0 ? "" : "note " + id));
            }
        }
    }

    private static void run(Path file, String root, int times) throws IOException {
        double cpu = 0;
        for (int i = 0; i < times; i++) {
            Items items = new Tables(ObjectStore.open(root)).add(new Items("t" + i));
            long start = System.nanoTime();
            IngestReport report = Ingest.run(
                    items,
                    FileSource.of(file),
                    IngestOptions.insert("u" + i, "ann"),
                    RejectsSink.NONE,
                    IngestProgress.SILENT);
            double seconds = (System.nanoTime() - start) / 1e9;
            double before = cpu;
            cpu = cpu();
            System.out.printf(
                    Locale.ROOT,
                    "{\"engine\":\"Owlet\",\"run\":%d,\"rows\":%d,\"accepted\":%d,\"rejected\":%d,\"seconds\":%.2f,"
                            + "\"rows_per_s\":%.0f,\"cpu_s\":%.2f,\"peak_heap_mb\":%d,\"peak_rss_mb\":%d}%n",
                    i,
                    report.rows(),
                    report.accepted(),
                    report.rejected(),
                    seconds,
                    report.rows() / seconds,
                    cpu - before,
                    heap(),
                    resident());
        }
    }

    private static double cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }

    /** Most memory of the process so far; 0 where the system does not tell. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                                .filter(line -> line.startsWith("VmHWM"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .sum()
                        >> 10
                : 0;
    }
}
