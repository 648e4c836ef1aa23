package dev.owlet.processor.model;

import java.util.List;

/** A shape as written; no name in it is resolved. */
record ShapeElement(Written name, String comment, List<FieldElement> fields) {}
