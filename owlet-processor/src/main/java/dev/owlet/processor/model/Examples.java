package dev.owlet.processor.model;

import java.util.stream.Collectors;

/** What a value of a type looks like, for cures. */
final class Examples {
    private Examples() {}

    static String cure(FieldType type) {
        if (type instanceof FieldType.EnumOf of) {
            String codes = of.type().values().stream()
                    .limit(8)
                    .map(EnumType.Value::code)
                    .collect(Collectors.joining(", "));
            return "Use one of " + codes + (of.type().values().size() > 8 ? ", …" : "");
        }
        if (type instanceof FieldType.Reference reference) {
            return cure(reference.keyType());
        }
        return "Write it like " + like(type);
    }

    private static String like(FieldType type) {
        return switch (Kind.name(type)) {
            case "bool" -> "true or false";
            case "int", "long" -> "600";
            case "double" -> "0.5 or 1e-3";
            case "email" -> "ann@example.org";
            case "url" -> "https://example.org/";
            case "uuid" -> "01890a5d-ac96-774b-bcce-b302099a8057";
            case "date" -> "2026-01-31, or today";
            case "time" -> "18:30";
            case "timestamp" -> "2026-01-31T18:30:00Z, or now";
            default -> type instanceof FieldType.Decimal decimal ? decimal(decimal) : "a text of the right length";
        };
    }

    private static String decimal(FieldType.Decimal type) {
        return "a number with at most %s digits before and %s behind the point"
                .formatted(type.precision() - type.scale(), type.scale());
    }
}
