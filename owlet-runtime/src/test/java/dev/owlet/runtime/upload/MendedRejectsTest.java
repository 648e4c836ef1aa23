package dev.owlet.runtime.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.api.TableExport;
import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.ingest.IngestMode;
import dev.owlet.runtime.row.Owl;
import dev.owlet.runtime.row.RandomOwls;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import dev.owlet.runtime.upload.UploadState.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that were handed back go in again, mended, as if they had never been wrong; unmended they come back as they were. */
class MendedRejectsTest {
    /** Row 0 and those from 10 on are good. */
    private static final List<Owl> OWLS =
            IntStream.range(0, 24).mapToObj(RingedOwls::owl).toList();

    private static final Set<String> TEXTS_IN_PARQUET = Set.of("heartbeats", "hatched", "kind");

    @TempDir
    Path folder;

    /** What is good in a row, and what stands there instead; no other row has either. */
    private record Fault(String good, String bad) {}

    private static List<Fault> faults(boolean json, char delimiter) {
        return List.of(
                new Fault("7000000001", "7000000001.5"),
                json
                        ? new Fault("\"age\":12,\"heartbeats\":7000000002", "\"heartbeats\":7000000002")
                        : new Fault(",true,12,".replace(',', delimiter), ",true,,".replace(',', delimiter)),
                new Fault("50.123003", "91.123003"),
                new Fault("5.456004", "-5.456004"),
                new Fault("NL105", "NL9105"),
                new Fault(OWLS.get(6).id().toString(), OWLS.get(0).id().toString()),
                new Fault("TAWNY", "SWAN"),
                new Fault("2000-01-09", "2000-02-30"),
                new Fault("NL109", "NL9109"),
                new Fault("50.123009", "92.123009"));
    }

    private static final List<String> TOLD = List.of(
            "/heartbeats type",
            "/age required",
            "/position/lat max",
            "/position rule",
            "/rings/0 reference",
            "/id duplicate",
            "/kind enum",
            "/hatched type",
            "/position/lat max, /rings/0 reference");

    private RingedOwls table(String name, UnaryOperator<TableSpec.Builder<Owl>> files) {
        return RingedOwls.in(ObjectStore.open(folder.resolve(name).toString()), files);
    }

    /** What became of a file. */
    private record Taken(JsonNode report, List<String> told, Optional<Rejects> rejects) {
        byte[] file() throws IOException {
            try (InputStream bytes = rejects.orElseThrow().file().open()) {
                return bytes.readAllBytes();
            }
        }
    }

    private static Taken take(Table<Owl> table, String filename, byte[] file) throws IOException {
        Uploads<Owl> uploads = new Uploads<>(table);
        Upload upload = uploads.announce(filename, file.length, "text/plain", IngestMode.INSERT, List.of(), "ann");
        uploads.receive(upload, 1, new ByteArrayInputStream(file));
        Intake.run(uploads, upload, Optional.empty());
        UploadState state = uploads.state(upload);
        assertThat(state.status()).as(state.details().toString()).isEqualTo(Status.DONE);
        List<String> told = new ArrayList<>();
        for (JsonNode row : state.details().path("errors")) {
            List<String> faults = new ArrayList<>();
            row.path("errors")
                    .forEach(fault -> faults.add(fault.path("pointer").asText() + " "
                            + fault.path("code").asText()));
            told.add(String.join(", ", faults));
        }
        return new Taken(state.details(), told, uploads.rejects(upload));
    }

    private static void requireCounts(Taken taken, int accepted, int rejected) {
        assertThat(taken.report().path("accepted").asInt())
                .as(taken.report().toString())
                .isEqualTo(accepted);
        assertThat(taken.report().path("rejected").asInt()).isEqualTo(rejected);
        assertThat(taken.rejects().isPresent()).isEqualTo(rejected > 0);
    }

    /** What was handed back comes back unmended, all of it, as often as it is handed in. */
    private static Taken requireSame(Table<Owl> table, Taken first) throws IOException {
        Taken again = take(table, first.rejects().orElseThrow().filename(), first.file());
        requireCounts(again, 0, first.told().size());
        assertThat(again.told()).isEqualTo(first.told());
        Taken third = take(table, again.rejects().orElseThrow().filename(), again.file());
        assertThat(new String(third.file(), UTF_8)).isEqualTo(new String(again.file(), UTF_8));
        assertThat(table.history(10)).hasSize(1);
        return third;
    }

    private static String rows(Table<Owl> table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TableExport.write(table, "ndjson", bytes);
        return bytes.toString(UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMendedIsInAsIfItHadNeverBeenWrong(OwlFile kind) throws IOException {
        UnaryOperator<TableSpec.Builder<Owl>> files =
                builder -> kind == OwlFile.HEADERLESS ? builder.noHeader() : builder;
        Table<Owl> faultless = table("faultless", files).ringed();
        ImportSpec<Owl> spec = faultless.spec().imports();
        requireCounts(take(faultless, kind.filename, kind.of(spec, OWLS, text -> text, Set.of())), OWLS.size(), 0);
        if (kind != OwlFile.XLSX) { // which has no empty texts
            assertThat(rows(faultless).lines().map(Owl.TYPE::fromJson)).containsExactlyElementsOf(OWLS);
        }

        Table<Owl> table = table("table", files).ringed();
        byte[] file = kind.of(spec, OWLS, text -> broken(text, kind), TEXTS_IN_PARQUET);
        Taken first = take(table, kind.filename, file);
        requireCounts(first, OWLS.size() - TOLD.size(), TOLD.size());
        assertThat(first.told()).isEqualTo(TOLD);
        assertThat(table.history(10)).hasSize(1);
        assertThat(new String(first.file(), UTF_8)).contains("_row", "_error");

        requireSame(table, first);
        String mended = mended(new String(first.file(), UTF_8), kind);
        Taken last = take(table, first.rejects().orElseThrow().filename(), mended.getBytes(UTF_8));
        requireCounts(last, TOLD.size(), 0);
        assertThat(rows(table)).isEqualTo(rows(faultless));
        assertThat(table.history(10)).hasSize(2);
    }

    private static String broken(String text, OwlFile kind) {
        String broken = text;
        boolean lines = kind.isJson() || kind == OwlFile.PARQUET;
        for (Fault fault : faults(lines, kind == OwlFile.TSV ? '\t' : ',')) {
            assertThat(broken.split(Pattern.quote(fault.good()), -1))
                    .as(fault.good())
                    .hasSize(2);
            broken = broken.replace(fault.good(), fault.bad());
        }
        return broken;
    }

    private static String mended(String rejects, OwlFile kind) {
        String mended = rejects;
        for (Fault fault : faults(kind.isJson(), ',')) {
            assertThat(mended).contains(fault.bad());
            mended = mended.replaceFirst(Pattern.quote(fault.bad()), fault.good());
        }
        return mended;
    }

    private static TableSpec.Builder<Owl> dutch(TableSpec.Builder<Owl> builder) {
        return builder.missing("", "NA", "-", "\\N", "-1", "true", "null", "[]", "name")
                .format("decimal", ",")
                .format("seen_at", "dd/MM/yyyy HH:mm Europe/Amsterdam")
                .format("date", "d-M-yyyy")
                .format("time", "H.mm");
    }

    static Stream<Arguments> everyKindOfEveryConcept() {
        List<UnaryOperator<TableSpec.Builder<Owl>>> concepts = List.of(
                builder -> builder,
                MendedRejectsTest::dutch,
                builder -> dutch(builder).delimiter(';').escape('^').heading(Owl.SEEN_AT, "Seen at (local)"),
                builder -> dutch(builder).noHeader().escape('\\'),
                builder -> dutch(builder).encoding("windows-1252").delimiter('\t'));
        return IntStream.range(0, concepts.size())
                .boxed()
                .flatMap(i -> Stream.of(OwlFile.values()).map(kind -> Arguments.of(kind, i, concepts.get(i))));
    }

    /** The rings come later than the owls: nothing of a row is wrong, and none of its cells may change on its way. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void everyKindOfEveryConcept(OwlFile kind, int number, UnaryOperator<TableSpec.Builder<Owl>> files)
            throws IOException {
        Random random = new Random(number);
        List<Owl> owls =
                IntStream.range(0, 200).mapToObj(i -> RandomOwls.owl(random)).toList();
        Table<Owl> faultless = table("faultless", files).ringed();
        byte[] file = kind.of(faultless.spec().imports(), owls, text -> text, Set.of());
        int never = take(faultless, kind.filename, file).told().size();
        assertThat(never).isLessThan(kind == OwlFile.XLSX ? owls.size() / 2 : 1);

        RingedOwls table = table("table", files);
        Taken first = take(table, kind.filename, file);
        assertThat(first.told()).hasSizeBetween(owls.size() / 2, owls.size() - 1);
        Taken last = requireSame(table, first);
        table.ringed();
        Taken in = take(table, last.rejects().orElseThrow().filename(), last.file());
        requireCounts(in, first.told().size() - never, never);
        assertThat(rows(table)).isEqualTo(rows(faultless));
    }
}
