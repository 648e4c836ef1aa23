package dev.owlet.processor.emit.java;

import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The table of a concept: typed columns, what the runtime must know of it, and the key by its types. */
final class TableCode {
    private final Concept concept;
    private final RecordModel record;
    private final JavaSource source;
    private final String holder;

    private TableCode(Generated generated, Concept concept) {
        this.concept = concept;
        this.record = RecordModel.of(concept);
        this.source = new JavaSource(generated, concept.name() + "Table", concept.at(), columns(concept));
        this.holder = holder(generated);
    }

    private static Set<String> columns(Concept concept) {
        Set<String> constants = new LinkedHashSet<>();
        concept.fields().forEach(f -> constants.add(JavaNames.constant(f)));
        return constants;
    }

    /** The nested class that holds the row type: it must not hide a type of the model. */
    static String holder(Generated generated) {
        return JavaNames.free("Row", generated.names());
    }

    /** The constant of the row type: it must not hide the column of a field {@code type}. */
    static String rowType(Concept concept) {
        return JavaNames.free("TYPE", columns(concept));
    }

    static GeneratedFile emit(Generated generated, Concept concept) {
        return new TableCode(generated, concept).emit();
    }

    private GeneratedFile emit() {
        String own = source.own(concept.name());
        RowTypeCode rowType = new RowTypeCode(source, record, "");
        source.line("@" + source.type(Names.NULL_MARKED));
        source.open("public final class %sTable extends %s<%s> {".formatted(own, source.type(Names.TABLE), own));
        rowType.columns("public static final");
        source.blank();
        constructor();
        source.blank();
        find();
        source.blank();
        delete();
        source.blank();
        rowType.holder("static final class", holder, rowType(concept));
        return source.close().toFile();
    }

    private void constructor() {
        source.open("public " + concept.name() + "Table() {");
        source.line("super(" + source.scope(Names.TABLE_SPEC) + ".of(" + holder + "." + rowType(concept) + ", "
                + JavaText.string(concept.folder()) + ", " + JavaText.string(concept.path()) + ")");
        source.indented(() -> source.indented(() -> {
            spec();
            new ImportCode(source, concept).emit();
            source.line(".build());");
        }));
        source.close();
    }

    private void spec() {
        source.call(".key", constants(concept.key()), "");
        concept.key().stream()
                .map(concept::field)
                .filter(TableCode::isGenerated)
                .findFirst()
                .ifPresent(this::generated);
        concept.label().ifPresent(l -> source.line(".label(" + constant(l) + ")"));
        List<String> search = concept.fields().stream()
                .filter(Field::search)
                .map(JavaNames::constant)
                .toList();
        if (!search.isEmpty()) {
            source.call(".search", search, "");
        }
        concept.unique().forEach(set -> source.call(".unique", constants(set), ""));
        concept.fields().forEach(this::reference);
        concept.partition().ifPresent(this::partition);
        concept.access().forEach(this::access);
    }

    private void partition(Concept.Partition partition) {
        String unit = partition.transform() == Concept.Partition.Transform.IDENTITY
                ? "VALUE"
                : partition.transform().name();
        source.call(
                ".partition",
                List.of(constant(partition.field()), source.scope(Names.PARTITION) + ".Unit." + unit),
                "");
    }

    private static boolean isGenerated(Field field) {
        return field.defaultValue()
                .filter(Field.Default.NewUuid.class::isInstance)
                .isPresent();
    }

    private void generated(Field field) {
        source.line(".generated(" + JavaNames.constant(field) + ")");
    }

    private void reference(Field field) {
        FieldType type = field.type() instanceof FieldType.ListOf list ? list.element() : field.type();
        if (type instanceof FieldType.Reference reference) {
            source.call(".reference", List.of(JavaNames.constant(field), JavaText.string(reference.concept())), "");
        }
    }

    private void access(String group, Set<Concept.Operation> operations) {
        List<String> arguments = new ArrayList<>(List.of(JavaText.string(group)));
        String operation = source.scope(Names.OPERATION);
        operations.stream().sorted().forEach(o -> arguments.add(operation + "." + o.name()));
        source.call(".access", arguments, "");
    }

    private List<String> constants(List<String> fields) {
        return fields.stream().map(this::constant).toList();
    }

    private String constant(String field) {
        return JavaNames.constant(concept.field(field));
    }

    private void find() {
        String stored = source.type(Names.STORED) + "<" + source.own(concept.name()) + ">";
        source.call("public " + source.type(Names.OPTIONAL) + "<" + stored + "> find", keyParameters(), " {");
        source.indented(() -> source.line("return find(" + keyValues() + ");")).line("}");
    }

    private void delete() {
        Set<String> taken = new LinkedHashSet<>();
        concept.key().forEach(k -> taken.add(JavaNames.component(concept.field(k))));
        String user = JavaNames.free("user", taken);
        List<String> parameters = new ArrayList<>(keyParameters());
        parameters.add(source.type(Names.lang("String")) + " " + user);
        source.javadoc("Whether there was such a row.");
        source.call("public boolean delete", parameters, " {");
        source.indented(() -> source.line("return delete(" + keyValues() + ", " + user + ");"))
                .line("}");
    }

    private List<String> keyParameters() {
        return concept.key().stream()
                .map(concept::field)
                .map(f -> JavaType.component(source, f) + " " + JavaNames.component(f))
                .toList();
    }

    private String keyValues() {
        List<String> values = concept.key().stream()
                .map(concept::field)
                .map(JavaNames::component)
                .toList();
        return source.scope(Names.LIST) + ".of(" + String.join(", ", values) + ")";
    }
}
