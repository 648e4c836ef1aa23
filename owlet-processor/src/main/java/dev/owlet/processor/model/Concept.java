package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of thing the project keeps rows of.
 *
 * @param name UpperCamelCase, as written
 * @param module empty when the concept lies in none
 * @param title for people, one: {@code Invoice line}
 * @param pluralTitle for people, many: {@code Invoice lines}
 * @param path below {@code /api/}: kebab-case plural, prefixed {@code module/}
 * @param folder below {@code delta/}, and the table's name: snake_case singular ({@code invoice_line}), prefixed
 *     {@code module/}
 * @param key names of the key's fields, at least one
 * @param label name of the field that stands for a row
 * @param subject name of the field that an erasure request names
 * @param unique sets of field names whose values together occur once; a field marked {@code unique} stands here too
 * @param access what each group may do; complete, defaults filled in
 */
public record Concept(
        String name,
        String module,
        String title,
        String pluralTitle,
        String path,
        String folder,
        String description,
        List<String> key,
        Optional<String> label,
        Optional<String> subject,
        Optional<Partition> partition,
        List<Field> fields,
        List<Rule> rules,
        List<List<String>> unique,
        Upload upload,
        Map<String, Set<Operation>> access,
        Position at) {

    /** What a group may do. */
    public enum Operation {
        CREATE,
        READ,
        UPDATE,
        DELETE
    }

    /** How rows are divided into folders. */
    public record Partition(Transform transform, String field, Position at) {
        /** What is taken of the field's value. */
        public enum Transform {
            IDENTITY,
            YEAR,
            MONTH,
            DAY
        }
    }

    /**
     * A condition that every row meets.
     *
     * @param source as written
     */
    public record Rule(String name, Expr condition, String source, Position at) {}

    /**
     * How files are read.
     *
     * @param columns heading by field name
     * @param formats pattern by field name or type name
     */
    public record Upload(
            Optional<Character> delimiter,
            boolean header,
            Optional<Character> escape,
            Optional<String> encoding,
            List<String> missing,
            Map<String, String> columns,
            Map<String, String> formats) {}

    public Field field(String fieldName) {
        return fields.stream()
                .filter(f -> f.name().equals(fieldName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + fieldName));
    }

    /** The table's name without its module: {@code invoice_line}. */
    public String table() {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }
}
