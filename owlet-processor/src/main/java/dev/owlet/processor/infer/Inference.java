package dev.owlet.processor.infer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Drafts a model of one concept from a file of data, with the evidence for each choice in comments. */
public final class Inference {
    private final String fileName;
    private final Sheet sheet;
    private final Set<String> missing;
    private final List<Column> columns;
    /** Fields whose heading is another's but for its case, which an import could not tell apart. */
    private final Set<String> repeated = new HashSet<>();

    private Inference(String fileName, Sheet sheet) {
        this.fileName = fileName;
        this.sheet = sheet;
        this.missing = Missing.find(sheet);
        List<String> fields =
                Names.fields(sheet.headings().stream().map(Sheet.Heading::name).toList());
        this.columns = new ArrayList<>();
        Set<String> headings = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            Sheet.Heading heading = sheet.headings().get(i);
            columns.add(Column.of(heading, fields.get(i), sheet.column(i), missing));
            if (!headings.add(heading.name().strip().toLowerCase(Locale.ROOT))) {
                repeated.add(fields.get(i));
            }
        }
    }

    /**
     * A whole model with one concept, which the compiler accepts as it is.
     *
     * @param fileName names the concept; {@code .json}, {@code .ndjson} and {@code .jsonl} are read as JSON, everything
     *     else as delimited text
     * @throws IllegalArgumentException when the file holds no rows or cannot be read, saying why
     */
    public static String draft(String fileName, byte[] content) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean json = name.endsWith(".json") || name.endsWith(".ndjson") || name.endsWith(".jsonl");
        return new Inference(fileName, json ? JsonReader.read(content) : DelimitedReader.read(content)).print();
    }

    private String print() {
        String concept = Names.concept(fileName);
        List<String> lines = new ArrayList<>();
        lines.add("# A draft made from %s: %s rows, %s columns, %s."
                .formatted(Yaml.excerpt(fileName), sheet.rows().size(), columns.size(), sheet.source()));
        lines.add("# Each comment says what was seen; the data cannot say what is allowed. Decide, then delete them.");
        lines.add("owlet: 1");
        lines.add("project: drafted");
        lines.add("");
        lines.add("concepts:");
        lines.add("  " + concept + ":");
        Optional<Column> key = Key.choose(columns, concept);
        if (key.isEmpty()) {
            lines.add("    # No column tells the rows apart, so the server makes a key.");
        }
        lines.add("    key: " + key.map(Column::field).orElse(ownKey()));
        lines.add("    fields:");
        if (key.isEmpty()) {
            lines.add("      " + ownKey() + ": uuid = new");
        }
        columns.forEach(column -> field(column, lines));
        upload(lines);
        return String.join("\n", lines) + "\n";
    }

    /** A name that no column has. */
    private String ownKey() {
        String name = "id";
        while (hasField(name)) {
            name = "row_" + name;
        }
        return name;
    }

    private boolean hasField(String name) {
        return columns.stream().anyMatch(column -> column.field().equals(name));
    }

    private void field(Column column, List<String> lines) {
        String heading = column.heading().name();
        lines.add("      # " + (heading.isEmpty() ? "" : Yaml.excerpt(heading) + ": ") + column.evidence());
        if (sheet.hasHeader() && repeated.contains(column.field())) {
            lines.add("      # Another heading is like this one: write " + column.field() + " above it in the file.");
        }
        Guess guess = TypeGuesser.guess(column);
        boolean optional = column.blank() > 0 || column.values().isEmpty();
        lines.add("      " + column.field() + ": " + guess.type() + (optional ? "?" : ""));
    }

    private void upload(List<String> lines) {
        List<String> upload = new ArrayList<>(sheet.settings());
        upload.add("missing: [" + missing.stream().map(Yaml::quote).collect(Collectors.joining(", ")) + "]");
        List<String> formats = formats();
        if (!formats.isEmpty()) {
            upload.add("formats:");
            formats.forEach(format -> upload.add("  " + format));
        }
        List<String> headings = headings();
        if (!headings.isEmpty()) {
            upload.add("columns:");
            headings.forEach(heading -> upload.add("  " + heading));
        }
        lines.add("    upload:");
        upload.forEach(line -> lines.add("      " + line));
    }

    private List<String> formats() {
        return columns.stream()
                .flatMap(column -> TypeGuesser.guess(column).format().stream()
                        .map(format ->
                                format.startsWith("decimal:") ? format : column.field() + ": " + Yaml.quote(format)))
                .distinct()
                .toList();
    }

    private List<String> headings() {
        return columns.stream()
                .filter(column -> sheet.hasHeader()
                        && !column.heading().name().isBlank()
                        && !repeated.contains(column.field())
                        && Yaml.isVisible(column.heading().name())
                        && !column.heading().name().equals(column.field()))
                .map(column ->
                        column.field() + ": " + Yaml.quote(column.heading().name()))
                .toList();
    }
}
