package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.UnreadableFileException;
import dev.owlet.runtime.row.RowType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Files as people have them, as rows of a concept: what a file is, its bytes tell. */
public final class RowReaders {
    /** A CSV file in a gzip file in a zip file, and no deeper. */
    private static final int MAX_WRAPPED = 2;

    private RowReaders() {}

    /**
     * Starts to read a file; close the reader.
     *
     * @param spec what the model says of files of the concept; what it leaves open is found out
     * @throws UnreadableFileException when the file as a whole cannot be read
     */
    public static <T> RowReader<T> open(RowType<T> type, ImportSpec<T> spec, FileSource source) throws IOException {
        return open(type, spec, Opening.of(source.name()), source);
    }

    private static <T> RowReader<T> open(RowType<T> type, ImportSpec<T> spec, Opening opening, FileSource source)
            throws IOException {
        byte[] head = source.read(0, TextKind.HEAD);
        if (opening.wrapped().size() > MAX_WRAPPED) {
            throw new UnreadableFileException("The file is packed more than twice. Unpack it first.");
        }
        return switch (Magic.of(head)) {
            case GZIP -> {
                Gunzipped inner = new Gunzipped(source);
                yield open(type, spec, opening.within("gzip", inner.name(), Optional.empty()), inner);
            }
            case ZIP -> zip(type, spec, opening, OnDisk.of(source));
            case PARQUET -> parquet(type, spec, opening, source);
            default -> text(type, spec, opening, head, source.open());
        };
    }

    private static <T> RowReader<T> zip(RowType<T> type, ImportSpec<T> spec, Opening opening, OnDisk disk)
            throws IOException {
        Zipped zip = Zipped.open(disk);
        try {
            if (zip.has(Workbook.PART)) {
                return XlsxRows.open(type, spec, opening, zip);
            }
            if (zip.has("[Content_Types].xml") || zip.has("META-INF/manifest.xml")) {
                throw new UnreadableFileException("The file is a document of an office program, and no Excel workbook. "
                        + "Save the table as .xlsx or CSV.");
            }
            FileSource inner = zip.only();
            Opening within = opening.within("zip", inner.name(), Optional.of(inner.name()));
            return ReportedRows.closing(open(type, spec, within, inner), zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static <T> RowReader<T> parquet(RowType<T> type, ImportSpec<T> spec, Opening opening, FileSource source)
            throws IOException {
        if (!(source instanceof Inner)) {
            return ParquetRows.open(type, spec, opening, source);
        }
        OnDisk disk = OnDisk.of(source);
        try {
            return ReportedRows.closing(ParquetRows.open(type, spec, opening, LocalFile.of(disk.path())), disk);
        } catch (IOException | RuntimeException e) {
            disk.close();
            throw e;
        }
    }

    private static <T> RowReader<T> text(
            RowType<T> type, ImportSpec<T> spec, Opening opening, byte[] head, InputStream bytes) throws IOException {
        try {
            return switch (TextKind.of(opening, head)) {
                case JSON -> JsonRows.open(type, spec, opening, bytes);
                case NDJSON -> NdjsonRows.open(type, spec, opening, bytes);
                case CSV -> CsvRows.open(type, spec, opening, bytes);
            };
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }
}
