package dev.owlet.runtime.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.format.RowReader;
import dev.owlet.runtime.format.RowReaders;
import dev.owlet.runtime.ingest.RefusedRow;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.table.TableSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes back is what was handed in, and mended it goes in as it would have. */
class RejectsFileTest {
    record Stop(
            String code, @Nullable String name, @Nullable BigDecimal fare, int zone) {}

    private static final Column<Stop, String> CODE = Column.required("code", ValueType.text(), Stop::code);
    private static final Column<Stop, String> NAME = Column.optional("name", ValueType.text(), Stop::name);
    private static final Column<Stop, BigDecimal> FARE = Column.optional("fare", ValueType.decimal(6, 2), Stop::fare);
    private static final Column<Stop, Integer> ZONE = Column.required("zone", ValueType.integer(), Stop::zone);
    private static final RowType<Stop> TYPE = new RowType<>(
            "Stop",
            List.of(CODE, NAME, FARE, ZONE),
            values -> {},
            (values, violations) -> {
                violations.required("/code", values.get(CODE));
                violations.required("/zone", values.get(ZONE));
            },
            values -> new Stop(values.require(CODE), values.get(NAME), values.get(FARE), values.require(ZONE)));

    @TempDir
    Path folder;

    private static TableSpec.Builder<Stop> stops(String missing) {
        return TableSpec.of(TYPE, "stop", "stops").key(CODE).missing(missing).format("decimal", ",");
    }

    /** The rows that are good, as text; what is not, goes to {@code rejects}. */
    private List<String> read(TableSpec<Stop> table, String text, StringBuilder rejects) throws IOException {
        return read(table, "stops.csv", text, rejects);
    }

    private List<String> read(TableSpec<Stop> table, String name, String text, StringBuilder rejects)
            throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> good = new ArrayList<>();
        try (RejectsFile out = RejectsFile.of(table, suffix -> new Memory(bytes));
                RowReader<Stop> rows = RowReaders.open(TYPE, table.imports(), FileSource.of(file))) {
            out.begin(rows.report());
            while (rows.hasNext()) {
                ReadRow<Stop> row = rows.next();
                if (row instanceof ReadRow.Accepted<Stop> accepted) {
                    good.add(accepted.row().toString().replaceAll("Stop\\[|]", ""));
                } else {
                    ReadRow.Rejected<Stop> bad = (ReadRow.Rejected<Stop>) row;
                    out.refuse(new RefusedRow(bad.index(), bad.line(), rows.cells(), rows.quoted(), bad.violations()));
                }
            }
            out.keep();
        }
        rejects.append(bytes.toString(StandardCharsets.UTF_8));
        return good;
    }

    private record Memory(OutputStream stream) implements RejectsFile.Kept {
        @Override
        public void keep() {}

        @Override
        public void close() {}
    }

    @Test
    void quotesStayAndTokensStayWithout() throws IOException {
        TableSpec<Stop> table = stops("NA").build();
        StringBuilder rejects = new StringBuilder();
        assertThat(read(table, "code,name,fare,zone\nA,\"NA\",\"1,5\",x\nB,NA,NA,x\nC,\"\",,x\n\" D\",d,,x\n", rejects))
                .isEmpty();
        assertThat(rejects.toString().lines())
                .map(line -> line.replaceAll("must be.*", "…"))
                .containsExactly(
                        "code,name,fare,zone,_row,_error",
                        "A,\"NA\",\"1,5\",x,1,zone: …",
                        "B,NA,NA,x,2,zone: …",
                        "C,\"\",,x,3,zone: …",
                        "\" D\",d,,x,4,zone: …");

        assertThat(read(table, rejects.toString().replace(",x,", ",7,"), new StringBuilder()))
                .containsExactly(
                        "code=A, name=NA, fare=1.50, zone=7",
                        "code=B, name=null, fare=null, zone=7",
                        "code=C, name=, fare=null, zone=7",
                        "code= D, name=d, fare=null, zone=7");
    }

    @Test
    void aFileWithoutHeaderGetsOneThatIsKnown() throws IOException {
        TableSpec<Stop> table = stops("\\N").noHeader().escape('\\').build();
        StringBuilder rejects = new StringBuilder();
        assertThat(read(table, "A,\\N,\\N,1\nB,\"x\\\"y\\\\\",\\N,x\nC,a\\,b,\"1,25\",x\nD,\\\\N,\\N,\\N\n", rejects))
                .containsExactly("code=A, name=null, fare=null, zone=1");
        assertThat(rejects.toString().lines())
                .map(line -> line.replaceAll("(must be|is required).*", "…"))
                .containsExactly(
                        "code,name,fare,zone,_row,_error",
                        "B,\"x\\\"y\\\\\",\\N,x,2,zone: …",
                        "C,\"a,b\",\"1,25\",x,3,zone: …",
                        "D,\\N,\\N,\\N,4,zone: …");

        assertThat(read(table, rejects.toString().replaceAll(",(x|\\\\N),(\\d),", ",7,$2,"), new StringBuilder()))
                .containsExactly(
                        "code=B, name=x\"y\\, fare=null, zone=7",
                        "code=C, name=a,b, fare=1.25, zone=7",
                        "code=D, name=null, fare=null, zone=7");
    }

    @Test
    void whereQuotesMeanNothingNoneIsAdded() throws IOException {
        TableSpec<Stop> table = stops("NA").delimiter(';').build();
        StringBuilder rejects = new StringBuilder();
        read(table, "\"code\";\"name\";\"fare\";\"zone\"\n\"A\";\"NA\";\"1,5\";\"x\"\n", rejects);
        assertThat(rejects.toString()).startsWith("code;name;fare;zone;_row;_error\nA;NA;1,5;x;1;zone: must");

        assertThat(read(table, rejects.toString().replace(";x;", ";7;"), new StringBuilder()))
                .containsExactly("code=A, name=null, fare=1.50, zone=7");
    }

    @Test
    void theColumnsAddedAreAddedOnce() throws IOException {
        TableSpec<Stop> table = stops("NA").build();
        StringBuilder first = new StringBuilder();
        read(table, "code,name,fare,zone\nA,a,,x\nB,b,,y\n", first);
        StringBuilder second = new StringBuilder();
        assertThat(read(table, first.toString().replace(",x,", ",7,"), second)).hasSize(1);
        assertThat(second.toString().replaceAll("must be.*", "…"))
                .isEqualTo("code,name,fare,zone,_row,_error\nB,b,,y,2,zone: …\n");
    }

    @Test
    void whatIsAbsentStaysSoWithSpaceAroundIt() throws IOException {
        TableSpec<Stop> table = stops("NA").build();
        StringBuilder rejects = new StringBuilder();
        read(table, "code,name,fare,zone\nA,  ,,x\nB, NA ,,x\nC,\" NA \",,x\n", rejects);
        assertThat(read(table, rejects.toString().replace(",x,", ",7,"), new StringBuilder()))
                .containsExactly(
                        "code=A, name=null, fare=null, zone=7",
                        "code=B, name=null, fare=null, zone=7",
                        "code=C, name= NA , fare=null, zone=7");
    }

    /** Filled up to the header, a row without its end would be taken for a whole one. */
    @Test
    void aRowThatIsTooShortOrTooLongComesBackSoUntilItIsMended() throws IOException {
        TableSpec<Stop> table = stops("NA").build();
        StringBuilder first = new StringBuilder();
        assertThat(read(table, "code,zone,name,fare\nA,1\nB,1,b,,y\nC,x,c,,,\nD,x,,\n", first))
                .isEmpty();
        StringBuilder second = new StringBuilder();
        assertThat(read(table, first.toString(), second)).isEmpty();
        StringBuilder third = new StringBuilder();
        assertThat(read(table, second.toString(), third)).isEmpty();
        assertThat(third.toString()).isEqualTo(second.toString());

        String mended =
                third.toString().replace("A,1,", "A,1,,,").replace(",,y,", ",,").replace(",x,", ",7,");
        assertThat(read(table, mended, new StringBuilder()))
                .containsExactly(
                        "code=A, name=null, fare=null, zone=1",
                        "code=B, name=b, fare=null, zone=1",
                        "code=C, name=c, fare=null, zone=7",
                        "code=D, name=null, fare=null, zone=7");
    }

    /** Such as those of a Parquet file with a column more than the concept, or one less. */
    @Test
    void whereFilesHaveNoHeaderThatOfRejectsIsKnownByWhatWasAdded() throws IOException {
        TableSpec<Stop> table = stops("NA").noHeader().build();
        assertThat(read(table, "zone,code,name,colour,fare,_row,_error\n7,A,a,red,,1,x\n", new StringBuilder()))
                .containsExactly("code=A, name=a, fare=null, zone=7");
        assertThat(read(table, "zone,code,_error\n7,A;;;,x\n", new StringBuilder()))
                .containsExactly("code=A;;;, name=null, fare=null, zone=7");
    }

    @Test
    void aLineThatIsNoObjectComesBackUntilOneIsInItsPlace() throws IOException {
        TableSpec<Stop> table = stops("NA").build();
        StringBuilder first = new StringBuilder();
        read(table, "stops.ndjson", "{\"code\": \"A\", \"zone\": 1\n[2]\n", first);
        StringBuilder second = new StringBuilder();
        assertThat(read(table, "stops.ndjson", first.toString(), second)).isEmpty();
        assertThat(second.toString().lines().map(line -> line.replaceAll("\"_error.*", "…")))
                .containsExactly(
                        "{\"_text\":\"{\\\"code\\\": \\\"A\\\", \\\"zone\\\": 1\",\"_row\":1,…",
                        "{\"_text\":\"[2]\",\"_row\":2,…");
        assertThat(second.toString()).contains("put the object in its place").doesNotContain("required");
    }
}
