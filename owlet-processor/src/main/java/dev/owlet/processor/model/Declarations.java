package dev.owlet.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model declares, by name, in file order. Filled by {@link DeclarationReader}. */
final class Declarations {
    final Map<String, EnumType> enums = new LinkedHashMap<>();
    final Map<String, ShapeElement> shapes = new LinkedHashMap<>();
    final Map<String, ConceptElement> concepts = new LinkedHashMap<>();

    /** Names of types that a field may bear without an arrow. */
    List<String> typeNames() {
        List<String> names = new ArrayList<>(ScalarTypes.NAMES);
        names.addAll(enums.keySet());
        names.addAll(shapes.keySet());
        return names;
    }
}
