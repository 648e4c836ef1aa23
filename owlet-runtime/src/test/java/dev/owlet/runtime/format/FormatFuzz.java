package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.csv.UnreadableFileException;
import dev.owlet.runtime.row.Owl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Files of any bytes: rows, refused rows or a sentence come out, and nothing else. {@link FuzzSeedsTest} runs them on the
 * seeds there are; {@code .ci/fuzz} looks for new ones.
 */
public final class FormatFuzz {
    private static final ImportSpec<Owl> FORMATS = new ImportSpec<>(
            Optional.empty(),
            true,
            Optional.of('\\'),
            Optional.empty(),
            List.of("NA", "-"),
            Map.of(Owl.NAME, "Name (of the owl)"),
            Map.of(
                    "decimal", ",",
                    "date", "dd/MM/yyyy",
                    "time", "h.mm a",
                    "timestamp", "dd/MM/yyyy HH:mm Europe/Amsterdam"));

    private static final ImportSpec<Owl> HEADLESS = new ImportSpec<>(
            Optional.empty(), false, Optional.empty(), Optional.of("windows-1252"), List.of(), Map.of(), Map.of());

    /** Most rows looked at: files of a few thousand bytes have no more. */
    private static final int ROWS = 100_000;

    private FormatFuzz() {}

    /** Delimited text. */
    public static final class Csv {
        private Csv() {}

        public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
            read("fuzz.csv", bytes);
        }
    }

    /** A list of objects, and objects line by line. */
    public static final class Json {
        private Json() {}

        public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
            read("fuzz.json", bytes);
            read("fuzz.ndjson", bytes);
        }
    }

    /** Whatever its first bytes say: gzip, zip, Excel, Parquet, text. */
    public static final class Anything {
        private Anything() {}

        public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
            read("fuzz", bytes);
        }
    }

    /** The bytes as parts of a workbook, so that the fuzzer need not find out how zip files are made. */
    public static final class Sheet {
        private Sheet() {}

        public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
            sheet(bytes);
        }
    }

    private static void sheet(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        MemoryFile workbook = new WorkbookFile()
                .texts("<t>age</t>", "<t>name</t>")
                .sheet("A", "visible", "")
                .file();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook.bytes()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        }
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        sheet.writeBytes("<worksheet><sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>"
                .getBytes(StandardCharsets.UTF_8));
        sheet.writeBytes(bytes);
        parts.put("xl/worksheets/sheet1.xml", sheet.toByteArray());
        read("fuzz.xlsx", MemoryFile.zip("fuzz.xlsx", parts).bytes());
        parts.put("xl/sharedStrings.xml", bytes);
        read("fuzz.xlsx", MemoryFile.zip("fuzz.xlsx", parts).bytes());
        parts.put("xl/styles.xml", bytes);
        read("fuzz.xlsx", MemoryFile.zip("fuzz.xlsx", parts).bytes());
    }

    private static void read(String name, byte[] bytes) throws IOException {
        for (ImportSpec<Owl> spec : List.of(ImportSpec.<Owl>standard(), FORMATS, HEADLESS)) {
            MemoryFile file = new MemoryFile(name, bytes);
            try (RowReader<Owl> rows = RowReaders.open(Owl.TYPE, spec, file)) {
                for (int i = 0; i < ROWS && rows.hasNext(); i++) {
                    ReadRow<Owl> row = rows.next();
                    if (row.index() != i || rows.cells().isEmpty() && !(row instanceof ReadRow.Rejected<Owl>)) {
                        throw new AssertionError("row " + row.index() + " at " + i);
                    }
                    if (row instanceof ReadRow.Rejected<Owl> rejected
                            && rejected.violations().isEmpty()) {
                        throw new AssertionError("a row was refused without a reason");
                    }
                }
                rows.report();
            } catch (UnreadableFileException e) {
                if (String.valueOf(e.getMessage()).isBlank()) {
                    throw new AssertionError("no sentence", e);
                }
            }
        }
    }
}
