package dev.owlet.processor.model;

import dev.owlet.processor.model.Concept.Upload;
import dev.owlet.processor.source.MapNode;
import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.ScalarNode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code upload:}, how files of a concept are read. */
final class UploadReader {
    private static final List<String> KEYS =
            List.of("delimiter", "header", "escape", "encoding", "missing", "columns", "formats");

    private final FieldNames fields;
    private final Problems problems;

    UploadReader(FieldNames fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    Upload read(Section concept) {
        Optional<Section> section = concept.get("upload").map(n -> Section.of(n, "an upload", KEYS, problems));
        if (section.isEmpty()) {
            return new Upload(
                    Optional.empty(), true, Optional.empty(), Optional.empty(), List.of(), Map.of(), Map.of());
        }
        Section upload = section.get();
        boolean header = header(upload);
        return new Upload(
                character(upload, "delimiter", ",;|\t"),
                header,
                character(upload, "escape", "\\"),
                upload.scalar("encoding").flatMap(this::encoding),
                upload.words("missing").stream().map(Written::text).distinct().toList(),
                columns(upload, header),
                formats(upload));
    }

    private boolean header(Section upload) {
        Optional<ScalarNode> header = upload.scalar("header");
        if (header.isPresent() && !header.get().text().equals("none")) {
            bad(header.get().at(), "header is none or not given at all", "Write header: none, or remove it");
        }
        return header.isEmpty();
    }

    private Optional<Character> character(Section upload, String key, String allowed) {
        Optional<ScalarNode> node = upload.scalar(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String text = node.get().text().equals("tab") ? "\t" : node.get().text();
        if (text.length() != 1 || allowed.indexOf(text.charAt(0)) < 0) {
            bad(
                    node.get().at(),
                    "%s cannot be the %s".formatted(Quote.of(text), key),
                    key.equals("escape") ? "Write escape: '\\'" : "Use one of \",\" \";\" \"|\" and tab");
            return Optional.empty();
        }
        return Optional.of(text.charAt(0));
    }

    private Optional<String> encoding(ScalarNode node) {
        try {
            return Optional.of(Charset.forName(node.text()).name());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            bad(
                    node.at(),
                    "There is no encoding %s".formatted(Quote.of(node.text())),
                    "Use a name such as UTF-8, ISO-8859-1 or windows-1252");
            return Optional.empty();
        }
    }

    private Map<String, String> columns(Section upload, boolean header) {
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, Written> headings = new LinkedHashMap<>();
        for (MapNode.Entry entry : upload.entries("columns")) {
            Optional<Field> field = fields.find(Written.of(entry.key()));
            Optional<Written> heading =
                    upload.wordsOf(entry.value(), "a heading").stream().findFirst();
            if (heading.isEmpty()) {
                continue;
            }
            field.filter(f -> !f.isEntered())
                    .ifPresent(f -> bad(entry.key().at(), f.name() + " is computed and never read", "Remove it"));
            Written other = headings.putIfAbsent(heading.get().text().toLowerCase(Locale.ROOT), heading.get());
            if (other != null) {
                bad(heading.get().at(), "Two fields have the heading " + Quote.of(other.text()), "Change one");
            }
            columns.put(entry.key().text(), heading.get().text());
        }
        readBack(columns, headings);
        if (!header && !columns.isEmpty()) {
            bad(upload.keyAt("columns"), "A file without header has no headings", "Remove columns or header: none");
        }
        return Collections.unmodifiableMap(columns);
    }

    /** Exports have the names of the fields; a name that is another field's heading would be read as that field. */
    private void readBack(Map<String, String> columns, Map<String, Written> headings) {
        for (String name : fields.declared()) {
            Written heading = headings.get(name.toLowerCase(Locale.ROOT));
            if (heading == null || columns.containsKey(name)) {
                continue;
            }
            Field field = fields.linked().get(name);
            bad(
                    heading.at(),
                    "The heading %s is also the name of a field".formatted(Quote.of(heading.text())),
                    field == null || field.isEntered()
                            ? "Give %s a heading of its own".formatted(name)
                            : "Rename the computed field %s".formatted(name));
        }
    }

    private Map<String, String> formats(Section upload) {
        Map<String, String> formats = new LinkedHashMap<>();
        for (MapNode.Entry entry : upload.entries("formats")) {
            Optional<Written> format =
                    upload.wordsOf(entry.value(), "a format").stream().findFirst();
            if (format.isPresent() && new FormatRules(fields, problems).check(Written.of(entry.key()), format.get())) {
                formats.put(entry.key().text(), format.get().text());
            }
        }
        return Collections.unmodifiableMap(formats);
    }

    private void bad(Position at, String message, String cure) {
        problems.add(at, ProblemCode.BAD_UPLOAD, message, cure);
    }
}
