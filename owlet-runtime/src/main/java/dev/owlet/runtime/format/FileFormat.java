package dev.owlet.runtime.format;

/** What a file is. */
public enum FileFormat {
    /** Delimited text, with whatever delimiter. */
    CSV("CSV"),
    /** A list of objects, or an object that has one. */
    JSON("JSON"),
    /** One object a line. */
    NDJSON("NDJSON"),
    /** A workbook of Excel 2007 and later. */
    XLSX("Excel"),
    PARQUET("Parquet");

    private final String title;

    FileFormat(String title) {
        this.title = title;
    }

    /** As people call it. */
    public String title() {
        return title;
    }
}
