package dev.owlet.processor.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.CompileResult;
import dev.owlet.processor.OwletCompiler;
import dev.owlet.processor.model.Model;

/** Models that differ in their usage. */
final class Usages {
    /** One person who enters data by hand and loads ten files a day. */
    static final String SMALL = "{users: 1, calls_per_day: 200, rows_per_day: 1000}";

    /** A team that loads a file every quarter of an hour. */
    static final String TEAM =
            "{users: 20, calls_per_day: 4400, rows_per_day: 100000, files_per_day: 100, stored_gb: 10}";

    private Usages() {}

    /** The estimate for a model of three concepts. */
    static Estimate estimate(String usage) {
        return Estimate.of(model(usage));
    }

    static Model model(String usage) {
        CompileResult result = OwletCompiler.check(text("", usage), "m");
        assertThat(result.problems()).isEmpty();
        return result.model().orElseThrow();
    }

    static String text(String budget, String usage) {
        return "owlet: 1\nproject: example\n" + budget + "usage: " + usage + "\nconcepts:\n"
                + "  A: {key: id, fields: {id: int}}\n"
                + "  B: {key: id, fields: {id: int}}\n"
                + "  C: {key: id, fields: {id: int}}\n";
    }
}
