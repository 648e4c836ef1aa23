package dev.owlet.processor.emit.java;

import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.model.Shape;
import java.util.Set;

/** The record of a shape, which holds its columns itself as it has no table. */
final class ShapeCode {
    private ShapeCode() {}

    static GeneratedFile emit(Generated generated, Shape shape) {
        RecordModel record = RecordModel.of(shape);
        JavaSource source = new JavaSource(generated, shape.name(), shape.at(), record.components());
        Set<String> taken = RecordCode.taken(source, record);
        String columns = JavaNames.free("Columns", taken);
        String holder = JavaNames.free("Row", taken);
        RowTypeCode rowType = new RowTypeCode(source, record, columns + ".");
        new RecordCode(source, record, columns + ".", holder + ".TYPE").emit(s -> {
            s.blank().open("private static final class " + columns + " {");
            rowType.columns("static final");
            s.close().blank();
            rowType.holder("private static final class", holder, "TYPE");
        });
        return source.toFile();
    }
}
