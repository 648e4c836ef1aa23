package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the catalog of AWS takes of a table; Terraform learns it only when it makes the table. */
final class CatalogRules {
    /** Of a column's type written out (Glue API, "Column"). */
    private static final long MAX_TYPE = 131_072;

    /** {@code decimal(38,38)} is the longest type of a single value. */
    private static final long SCALAR = 14;

    private static final long FILE = "struct<key:string,name:string,size:bigint,sha256:string>".length();

    /** Far beyond what is possible, and far from where numbers end. */
    private static final long ENDLESS = 1L << 40;

    private final Map<String, Long> shapes = new HashMap<>();

    private CatalogRules() {}

    static void check(List<Concept> concepts, Problems problems) {
        CatalogRules rules = new CatalogRules();
        concepts.forEach(concept -> concept.fields().forEach(field -> {
            if (rules.length(field.type()) > MAX_TYPE) {
                problems.add(
                        field.at(),
                        ProblemCode.COLUMN_TOO_LARGE,
                        "The type of %s, with all that is nested in it, is longer than the %s characters that a column of"
                                        .formatted(field.name(), MAX_TYPE)
                                + " the AWS Glue catalog may have",
                        "Make a concept of an inner shape and refer to it");
            }
        }));
    }

    private long length(FieldType type) {
        if (type instanceof FieldType.ListOf list) {
            return "array<>".length() + length(list.element());
        }
        if (type instanceof FieldType.ShapeOf shape) {
            return length(shape.shape());
        }
        return type instanceof FieldType.File ? FILE : SCALAR;
    }

    private long length(Shape shape) {
        Long known = shapes.get(shape.name());
        if (known != null) {
            return known;
        }
        long length = "struct<>".length();
        for (Field field : shape.fields()) {
            length = Math.min(ENDLESS, length + field.name().length() + ":,".length() + length(field.type()));
        }
        shapes.put(shape.name(), length);
        return length;
    }
}
