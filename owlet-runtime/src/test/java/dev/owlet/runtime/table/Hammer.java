package dev.owlet.runtime.table;

import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import java.util.List;
import java.util.Optional;

/**
 * One of several writers of the same table, here or as a process of its own. Prints a line for each row of its own that
 * was acknowledged.
 */
final class Hammer {
    private final PlaceTable places;
    private final String name;

    Hammer(String root, String name) {
        this.places = new Tables(ObjectStore.open(root)).add(new PlaceTable());
        this.name = name;
    }

    /** Arguments: root, the writer's name, rounds. */
    public static void main(String[] arguments) {
        Hammer hammer = new Hammer(arguments[0], arguments[1]);
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            hammer.round(round);
            System.out.println(arguments[1] + "-" + round);
        }
    }

    /** One row of its own, one that all writers want to create, and one count that all of them raise. */
    void round(int round) {
        places.append(List.of(Place.of(name + "-" + round)), name);
        places.append(List.of(new Place("shared-" + round, null, null)), name);
        raise();
    }

    private void raise() {
        boolean raised = false;
        while (!raised) {
            Optional<Stored<Place>> count = places.find(List.of("count"));
            if (count.isEmpty()) {
                places.append(List.of(new Place("count", "0", null)), name);
                continue;
            }
            Stored<Place> seen = count.get();
            Place next = new Place(
                    "count", "" + (Integer.parseInt(String.valueOf(seen.row().name())) + 1), null);
            raised = places.write(
                                    List.of(new Change.Replace<>(next, Optional.of(seen.etag()))),
                                    WriteOptions.by(name, "UPDATE"))
                            .outcomes()
                            .get(0)
                    instanceof Outcome.Updated;
        }
    }
}
