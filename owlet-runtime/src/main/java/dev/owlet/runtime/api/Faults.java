package dev.owlet.runtime.api;

import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.row.Violations;
import java.util.List;

/** Sentences over several faults: the first one in words, how many more there are, and all of them as data. */
final class Faults {
    private Faults() {}

    /** Ends a request whose parameters are at fault; each pointer is a parameter's name. */
    static void refuse(Violations parameters) {
        if (!parameters.isEmpty()) {
            throw new ProblemException(400, sentence(parameters.list()), parameters.list());
        }
    }

    /** A row that cannot be saved: 409 when it only collides with other rows, 422 when it breaks the model. */
    static ProblemException row(List<Violation> violations) {
        boolean collides = violations.stream()
                .allMatch(v -> v.code().equals("duplicate") || v.code().equals("unique"));
        return new ProblemException(collides ? 409 : 422, sentence(violations), violations);
    }

    static String sentence(List<Violation> faults) {
        Violation first = faults.get(0);
        String where = first.pointer().startsWith("/") ? first.pointer().substring(1) : first.pointer();
        String text = (where.isEmpty() ? "" : where + ": ") + first.message();
        int more = faults.size() - 1;
        return text + (more == 0 ? "" : "; and " + more + (more == 1 ? " more fault" : " more faults"));
    }
}
