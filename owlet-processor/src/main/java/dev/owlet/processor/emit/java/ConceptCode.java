package dev.owlet.processor.emit.java;

import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.model.Concept;

/** The record of a concept; its columns stand in the table. */
final class ConceptCode {
    private ConceptCode() {}

    static GeneratedFile emit(Generated generated, Concept concept) {
        RecordModel record = RecordModel.of(concept);
        JavaSource source = new JavaSource(generated, concept.name(), concept.at(), record.components());
        String table = source.ownScope(concept.name() + "Table");
        String rowType = table + "." + TableCode.holder(generated) + "." + TableCode.rowType(concept);
        new RecordCode(source, record, table + ".", rowType).emit(s -> {});
        return source.toFile();
    }
}
