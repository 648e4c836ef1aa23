package dev.owlet.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A concept as written; no name in it is resolved.
 *
 * @param module empty when it lies in none
 * @param comment behind its name
 */
record ConceptElement(Written name, String module, String comment, Section section, List<FieldElement> fields) {
    static final List<String> KEYS = List.of(
            "title",
            "plural",
            "path",
            "description",
            "key",
            "label",
            "subject",
            "partition",
            "fields",
            "rules",
            "unique",
            "upload",
            "access");

    /** The declared field of that name. */
    Optional<FieldElement> field(String fieldName) {
        return fields.stream().filter(f -> f.name().text().equals(fieldName)).findFirst();
    }

    List<String> fieldNames() {
        return fields.stream().map(f -> f.name().text()).toList();
    }

    /** The words behind {@code key:}. */
    List<Written> key() {
        return section.words("key");
    }
}
