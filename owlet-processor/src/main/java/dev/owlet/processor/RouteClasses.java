package dev.owlet.processor;

import dev.owlet.processor.emit.Target.RouteClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** The hand-written classes whose routes join the generated ones, checked for being usable. */
final class RouteClasses {
    private final Messager messager;

    RouteClasses(Messager messager) {
        this.messager = messager;
    }

    /** In the order of their names, whatever the order of the files. */
    List<RouteClass> of(Collection<? extends Element> marked) {
        List<RouteClass> classes = new ArrayList<>();
        for (Element element : marked) {
            if (element instanceof TypeElement type && isUsable(type)) {
                boolean takesProject =
                        !constructors(type).get(0).getParameters().isEmpty();
                classes.add(new RouteClass(type.getQualifiedName().toString(), takesProject));
            }
        }
        classes.sort(Comparator.comparing(RouteClass::name));
        return classes;
    }

    private boolean isUsable(TypeElement type) {
        String fault = fault(type);
        if (!fault.isEmpty()) {
            String message = type.getSimpleName() + " is marked @AddRoutes but " + fault;
            messager.printMessage(Diagnostic.Kind.ERROR, message, type);
        }
        return fault.isEmpty();
    }

    private static String fault(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return "is no class";
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return "is abstract";
        }
        if (type.getModifiers().contains(Modifier.PRIVATE)) {
            return "is private";
        }
        boolean inner = type.getEnclosingElement().getKind() != ElementKind.PACKAGE
                && !type.getModifiers().contains(Modifier.STATIC);
        if (inner) {
            return "is an inner class; make it static";
        }
        List<ExecutableElement> constructors = constructors(type);
        if (constructors.size() != 1 || constructors.get(0).getParameters().size() > 1) {
            return "does not have one constructor that takes nothing, or the project class";
        }
        return constructors.get(0).getModifiers().contains(Modifier.PRIVATE) ? "has a private constructor" : "";
    }

    private static List<ExecutableElement> constructors(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements());
    }
}
