package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.UnreadableFileException;
import java.util.Locale;

/** What a file says of itself in its first bytes. */
enum Magic {
    GZIP("\u001F\u008B"),
    ZIP("PK\u0003\u0004"),
    EMPTY_ZIP("PK\u0005\u0006"),
    PARQUET("PAR1"),
    OLE("\u00D0\u00CF\u0011\u00E0"),
    PDF("%PDF-"),
    ZSTD("(\u00B5/\u00FD"),
    BZIP2("BZh"),
    XZ("\u00FD7zXZ"),
    SEVEN_ZIP("7z\u00BC\u00AF"),
    RAR("Rar!\u001A"),
    TEXT("");

    /** A character a byte. */
    private final String bytes;

    Magic(String bytes) {
        this.bytes = bytes;
    }

    /**
     * What the bytes begin as.
     *
     * @throws UnreadableFileException when that is known and not read
     */
    static Magic of(byte[] head) {
        for (Magic magic : values()) {
            if (magic.begins(head)) {
                magic.refuse();
                return magic;
            }
        }
        return TEXT;
    }

    private boolean begins(byte[] head) {
        if (head.length < bytes.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if ((head[i] & 0xFF) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void refuse() {
        switch (this) {
            case OLE ->
                throw new UnreadableFileException("The file is an Excel file of before 2007, or one with a password. "
                        + "Save it as .xlsx without a password.");
            case PDF ->
                throw new UnreadableFileException(
                        "The file is a PDF document. Upload the table itself, as CSV or Excel.");
            case EMPTY_ZIP -> throw new UnreadableFileException("The zip file holds no file.");
            case ZSTD, BZIP2, XZ, SEVEN_ZIP, RAR ->
                throw new UnreadableFileException("The file is packed as " + name().toLowerCase(Locale.ROOT)
                        + ". Upload it as it is, or as .gz or .zip.");
            case GZIP, ZIP, PARQUET, TEXT -> {}
        }
    }
}
