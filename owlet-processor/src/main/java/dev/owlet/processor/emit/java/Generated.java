package dev.owlet.processor.emit.java;

import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.EnumType;
import dev.owlet.processor.model.Model;
import dev.owlet.processor.model.Shape;
import java.util.LinkedHashSet;
import java.util.Set;

/** The types that are generated together, in one package. */
final class Generated {
    private final Target target;
    private final Set<String> names = new LinkedHashSet<>();

    Generated(Model model, Target target) {
        this.target = target;
        model.enums().stream().map(EnumType::name).forEach(names::add);
        model.shapes().stream().map(Shape::name).forEach(names::add);
        for (Concept concept : model.concepts()) {
            names.add(concept.name());
            names.add(concept.name() + "Table");
            names.add(concept.name() + "Handler");
        }
        names.add(model.className());
    }

    Target target() {
        return target;
    }

    boolean contains(String simpleName) {
        return names.contains(simpleName);
    }

    /** Names that a nested type or a variable must not hide. */
    Set<String> names() {
        return Set.copyOf(names);
    }

    String qualified(String simpleName) {
        return target.packageName().isEmpty() ? simpleName : target.packageName() + "." + simpleName;
    }
}
