package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Concept.Upload;
import java.util.List;

/** How files of a concept are read, as far as the model says more than is usual. */
final class ImportCode {
    private final JavaSource source;
    private final Concept concept;

    ImportCode(JavaSource source, Concept concept) {
        this.source = source;
        this.concept = concept;
    }

    void emit() {
        Upload upload = concept.upload();
        upload.delimiter().ifPresent(c -> source.line(".delimiter(" + JavaText.character(c) + ")"));
        if (!upload.header()) {
            source.line(".noHeader()");
        }
        upload.escape().ifPresent(c -> source.line(".escape(" + JavaText.character(c) + ")"));
        upload.encoding().ifPresent(e -> source.line(".encoding(" + JavaText.string(e) + ")"));
        if (!upload.missing().equals(List.of(""))) {
            source.call(
                    ".missing", upload.missing().stream().map(JavaText::string).toList(), "");
        }
        upload.columns().forEach((field, heading) -> {
            String column = JavaNames.constant(concept.field(field));
            source.call(".heading", List.of(column, JavaText.string(heading)), "");
        });
        upload.formats()
                .forEach((subject, pattern) ->
                        source.call(".format", List.of(JavaText.string(subject), JavaText.string(pattern)), ""));
    }
}
