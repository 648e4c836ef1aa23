package dev.owlet.runtime.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.api.TableExport;
import dev.owlet.runtime.row.Owl;
import dev.owlet.runtime.row.RandomOwls;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import dev.owlet.runtime.table.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table is exported and imported into an empty one: the same table, to the byte, however files of its concept are written. */
class ExportImportTest {
    private static final int ROWS = 300;

    @TempDir
    Path folder;

    private static final class OwlTable extends Table<Owl> {
        OwlTable(UnaryOperator<TableSpec.Builder<Owl>> files) {
            super(files.apply(TableSpec.of(Owl.TYPE, "owl", "owls").key(Owl.ID)).build());
        }
    }

    private static TableSpec.Builder<Owl> dutch(TableSpec.Builder<Owl> builder) {
        return builder.missing("", "NA", "-", "\\N")
                .format("decimal", ",")
                .format("seen_at", "dd/MM/yyyy HH:mm Europe/Amsterdam")
                .format("date", "d-M-yyyy")
                .format("time", "H.mm");
    }

    static Stream<UnaryOperator<TableSpec.Builder<Owl>>> files() {
        return Stream.of(
                builder -> builder,
                builder -> builder.missing("", "NA", "-", "\\N", "-1", "true", "null", "[]", "name"),
                builder -> dutch(builder).delimiter(';').heading(Owl.SEEN_AT, "Seen at (local)"),
                builder -> dutch(builder).noHeader().escape('\\'),
                builder -> dutch(builder).encoding("windows-1252").delimiter('\t'));
    }

    private Table<Owl> table(String name, UnaryOperator<TableSpec.Builder<Owl>> files) {
        return new Tables(ObjectStore.open(folder.resolve(name).toString())).add(new OwlTable(files));
    }

    private static byte[] export(Table<Owl> table, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(TableExport.write(table, format, bytes)).isEqualTo(ROWS);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("files")
    void itIsTheSameTable(UnaryOperator<TableSpec.Builder<Owl>> files) throws IOException {
        Random random = new Random(7);
        List<Owl> owls =
                IntStream.range(0, ROWS).mapToObj(i -> RandomOwls.owl(random)).toList();
        Table<Owl> before = table("before", files);
        before.append(owls, "ann");
        for (String format : TableExport.FORMATS) {
            byte[] file = export(before, format);
            Table<Owl> after = table("after-" + format, files);
            IngestReport report = Ingest.run(
                    after,
                    Aviary.file("owls." + format, file),
                    IngestOptions.insert("u1", "ann"),
                    RejectsSink.NONE,
                    IngestProgress.SILENT);
            assertThat(report.first()).as(format).isEmpty();
            for (String again : TableExport.FORMATS) {
                assertThat(export(after, again))
                        .as(format + ", then " + again)
                        .isEqualTo(again.equals(format) ? file : export(before, again));
            }
        }
    }
}
