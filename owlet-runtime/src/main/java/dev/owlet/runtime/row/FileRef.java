package dev.owlet.runtime.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file kept in the object store, by reference.
 *
 * @param key where it lies, relative to the store's root
 * @param name what the person called it
 * @param size bytes
 * @param sha256 64 hexadecimal digits
 */
public record FileRef(
        String key,
        @Nullable String name,
        @Nullable Long size,
        @Nullable String sha256) {
    private static final Column<FileRef, String> KEY = Column.required("key", ValueType.text(), FileRef::key);
    private static final Column<FileRef, String> NAME = Column.optional("name", ValueType.text(), FileRef::name);
    private static final Column<FileRef, Long> SIZE = Column.optional("size", ValueType.longInteger(), FileRef::size);
    private static final Column<FileRef, String> SHA256 = Column.optional("sha256", ValueType.text(), FileRef::sha256);

    static final RowType<FileRef> ROW_TYPE = new RowType<>(
            "FileRef",
            List.of(KEY, NAME, SIZE, SHA256),
            values -> {},
            (values, violations) -> violations.required("/key", values.get(KEY)),
            values -> new FileRef(values.get(KEY), values.get(NAME), values.get(SIZE), values.get(SHA256)));
}
