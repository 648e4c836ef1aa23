package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What another engine must find in the tables: for each folder of a table, SQL expressions and the text of their values.
 */
final class Facts {
    private static final Set<ValueType.Kind> NUMBERS =
            Set.of(ValueType.Kind.INT, ValueType.Kind.LONG, ValueType.Kind.DECIMAL);

    private Facts() {}

    static void write(Birds birds, Path file) throws IOException {
        ObjectNode facts = Json.MAPPER.createObjectNode();
        for (Table<?> table : birds.tables().all()) {
            if (table.view().version() >= 0) {
                ObjectNode values =
                        facts.putObject(Birds.FOLDERS.get(table.spec().name()));
                of(table).forEach(values::put);
            }
        }
        Files.writeString(file, facts.toPrettyString());
    }

    private static <T> Map<String, String> of(Table<T> table) {
        try (Stream<Stored<T>> stored = table.scan(Filter.all())) {
            List<Stored<T>> rows = stored.toList();
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("count(*)", Integer.toString(rows.size()));
            facts.put("sum(_version)", sum(rows.stream().map(Stored::version)));
            for (Column<T, ?> column : table.spec().type().columns()) {
                if (NUMBERS.contains(column.type().kind())) {
                    facts.put("sum(" + column.name() + ")", sum(rows.stream().map(row -> row.get(column))));
                }
            }
            List<Column<T, ?>> texts = table.spec().type().columns().stream()
                    .filter(column -> column.type().kind() == ValueType.Kind.TEXT)
                    .toList();
            String names = texts.stream().map(column -> ", " + column.name()).collect(Collectors.joining());
            facts.put(
                    "sum(crc32(concat_ws('|'" + names + ", _updated_by)))",
                    sum(rows.stream().map(row -> crc(row, texts))));
            return facts;
        }
    }

    private static String sum(Stream<?> numbers) {
        return numbers.map(number -> new BigDecimal(String.valueOf(number)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private static <T> long crc(Stored<T> row, List<Column<T, ?>> texts) {
        String text = Stream.concat(texts.stream().map(row::get), Stream.of(row.updatedBy()))
                .filter(value -> value != null)
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
