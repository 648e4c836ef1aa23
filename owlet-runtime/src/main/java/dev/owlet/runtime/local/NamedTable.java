package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.row.Suggestions;
import dev.owlet.runtime.table.Table;
import java.util.List;

/** The table that a command names by its path in the API. */
final class NamedTable {
    private NamedTable() {}

    /**
     * @param path such as {@code field/sightings}, with or without {@code /api/} before it
     * @throws IllegalArgumentException when there is none, with the nearest one
     */
    static Table<?> of(App app, String path) {
        String bare = path.replaceFirst("^/?(api/)?", "");
        for (Table<?> table : app.tables().all()) {
            if (table.spec().path().equals(bare)) {
                return table;
            }
        }
        List<String> paths =
                app.tables().all().stream().map(table -> table.spec().path()).toList();
        throw new IllegalArgumentException("There is no table '" + path + "'" + Suggestions.of(bare, paths)
                + ". There are: " + String.join(", ", paths) + ".");
    }
}
