package dev.owlet.runtime.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.csv.UnreadableFileException;
import dev.owlet.runtime.row.Owl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
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

    /** The bytes as what says which sheets a workbook has and where they lie. */
    public static final class WorkbookParts {
        private WorkbookParts() {}

        public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
            Map<String, byte[]> parts = workbook();
            byte[] links = parts.put("xl/_rels/workbook.xml.rels", bytes);
            read("fuzz.xlsx", MemoryFile.zip("fuzz.xlsx", parts).bytes());
            parts.put("xl/_rels/workbook.xml.rels", links);
            parts.put("xl/workbook.xml", bytes);
            read("fuzz.xlsx", MemoryFile.zip("fuzz.xlsx", parts).bytes());
        }
    }

    /** The bytes as pages and a footer, whose length the last two tell, so that each try gets as far as the footer. */
    public static final class Parquet {
        private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

        private Parquet() {}

        public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
            if (bytes.length < 2) {
                return;
            }
            int body = bytes.length - 2;
            int footer = Math.min(body, bytes[body] & 0xFF | (bytes[body + 1] & 0xFF) << 8);
            ByteBuffer file = ByteBuffer.allocate(body + 12).order(ByteOrder.LITTLE_ENDIAN);
            file.put(MAGIC).put(bytes, 0, body).putInt(footer).put(MAGIC);
            read("fuzz.parquet", file.array());
        }
    }

    /** The bytes as what is in a gzip or zip file, packed as they are or as if they were packed. */
    public static final class Packed {
        private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};

        private Packed() {}

        public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
            read("fuzz.gz", new MemoryFile("fuzz", bytes).gzipped().bytes());
            read("fuzz.zip", MemoryFile.zip("fuzz.zip", Map.of("fuzz", bytes)).bytes());
            byte[] raw = Arrays.copyOf(GZIP, GZIP.length + bytes.length);
            System.arraycopy(bytes, 0, raw, GZIP.length, bytes.length);
            read("fuzz.gz", raw);
        }
    }

    /** Each line as a heading, in a table and in objects. */
    public static final class Headings {
        private Headings() {}

        public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
            StringJoiner table = new StringJoiner(",", "", "\n1,2,3,4,5\n");
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            new String(bytes, StandardCharsets.UTF_8).lines().forEach(heading -> {
                table.add('"' + heading.replace("\"", "\"\"") + '"');
                object.put(heading, "1");
            });
            read("fuzz.csv", table.toString().getBytes(StandardCharsets.UTF_8));
            read("fuzz.ndjson", object.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<String, byte[]> workbook() throws IOException {
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
        return parts;
    }

    private static void sheet(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = workbook();
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
