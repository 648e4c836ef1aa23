package dev.owlet.processor.model;

import java.util.Optional;

/**
 * A field as written; no name in it is resolved.
 *
 * @param type empty when it could not be read, which is reported already
 */
record FieldElement(Written name, Optional<TypeElement> type, Parts parts, String description) {}
