package dev.owlet.runtime.table;

import java.util.LinkedHashMap;
import java.util.Map;

/** All tables of a project, by concept name. */
public final class Tables {
    private final Map<String, Table<?>> byName = new LinkedHashMap<>();
}
