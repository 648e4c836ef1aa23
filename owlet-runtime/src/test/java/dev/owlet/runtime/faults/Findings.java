package dev.owlet.runtime.faults;

import java.util.ArrayList;
import java.util.List;

/** What a checker found wrong. */
final class Findings {
    private final List<String> all = new ArrayList<>();

    void add(String finding) {
        all.add(finding);
    }

    /** @param where such as {@code Ring version 17} */
    void unless(boolean good, String where, String what) {
        if (!good) {
            add(where + ": " + what);
        }
    }

    List<String> all() {
        return all;
    }

    void print() {
        all.forEach(finding -> System.out.println("VIOLATION " + finding));
    }
}
