package dev.owlet.processor.emit;

import java.util.List;

/**
 * Where the output goes, as far as emitters need to know.
 *
 * @param packageName Java package of everything generated; may be empty
 * @param sourceName the model's file name, for the first line of generated files: {@code data_model.yml}
 * @param routes hand-written classes marked {@code @AddRoutes}, in the order of their names
 */
public record Target(String packageName, String sourceName, List<RouteClass> routes) {
    /**
     * @param name fully qualified
     * @param takesProject whether its constructor takes the project class
     */
    public record RouteClass(String name, boolean takesProject) {}
}
