package dev.owlet.runtime.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code GET /api/{path}/summary}: one number a group, for charts. Every row is read once; only groups are held. */
final class Summary<T> {
    private static final int MAX_GROUPS_SHOWN = 1_000;
    private static final int MAX_GROUPS_HELD = 100_000;

    /** @param sample a row of the group, for its label */
    private record Group<T>(String key, Tally<T> value, CountTally<T> count, Stored<T> sample) {}

    private final Table<T> table;
    private final Grouping<T> grouping;
    private final Supplier<Tally<T>> measure;
    private final Map<String, Group<T>> groups = new HashMap<>();
    private long total;
    private long absent;

    private Summary(Table<T> table, Grouping<T> grouping, Supplier<Tally<T>> measure) {
        this.table = table;
        this.grouping = grouping;
        this.measure = measure;
    }

    static <T> Response answer(Table<T> table, Paths<T> paths, Queries<T> queries, Request request) {
        Parameters parameters = new Parameters(request);
        Summary<T> summary = new Summary<>(table, Grouping.of(parameters, paths), Measure.of(parameters, paths));
        String word = parameters.one("measure").orElse("count");
        try (Stream<Stored<T>> rows = queries.of(parameters).rows()) {
            rows.forEach(summary::add);
        }
        return Bodies.json(200, out -> summary.write(word, request, out));
    }

    private void add(Stored<T> row) {
        total++;
        String key = grouping.key().apply(row);
        if (key == null) {
            absent++;
            return;
        }
        Group<T> group = groups.computeIfAbsent(key, k -> new Group<>(k, measure.get(), new CountTally<>(), row));
        group.value().add(row);
        group.count().add(row);
        if (groups.size() > MAX_GROUPS_HELD) {
            throw new ProblemException(
                    400, "There are more than " + MAX_GROUPS_HELD + " groups. Group by something coarser, or filter.");
        }
    }

    private List<Group<T>> sorted() {
        Comparator<Group<T>> byKey = Comparator.comparing(Group::key);
        Comparator<Group<T>> byRank = Comparator.comparing(
                group -> group.value().rank(), Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()));
        List<Group<T>> sorted = new ArrayList<>(groups.values());
        sorted.sort(grouping.bucket().isPresent() ? byKey : byRank.thenComparing(byKey));
        return sorted;
    }

    private void write(String word, Request request, JsonGenerator out) throws IOException {
        List<Group<T>> sorted = sorted();
        List<Group<T>> shown = sorted.subList(0, Math.min(MAX_GROUPS_SHOWN, sorted.size()));
        out.writeStartObject();
        out.writeStringField("by", grouping.by().map(Path::name).orElse(null));
        out.writeStringField("bucket", grouping.bucket().map(Bucket::word).orElse(null));
        out.writeStringField("measure", word);
        out.writeArrayFieldStart("groups");
        Titles<T> titles = titles(shown, request);
        for (Group<T> group : shown) {
            write(group, titles, out);
        }
        out.writeEndArray();
        out.writeNumberField("total", total);
        out.writeNumberField("absent", absent);
        out.writeNumberField("unlisted", sorted.size() - shown.size());
        out.writeEndObject();
    }

    private Titles<T> titles(List<Group<T>> shown, Request request) {
        List<Stored<T>> samples = shown.stream().map(Group::sample).toList();
        String by = grouping.by().map(Path::name).orElse("");
        return Titles.of(table, samples, Selection.of(by), request.user());
    }

    private void write(Group<T> group, Titles<T> titles, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("key", group.key());
        String label = grouping.by().map(by -> titles.title(by, group.sample())).orElse(null);
        if (label != null) {
            out.writeStringField("label", label);
        }
        out.writeFieldName("value");
        group.value().write(out);
        out.writeNumberField("count", group.count().rows());
        out.writeEndObject();
    }
}
