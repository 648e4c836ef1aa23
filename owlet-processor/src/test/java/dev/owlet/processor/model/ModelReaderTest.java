package dev.owlet.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.Cases;
import dev.owlet.processor.OwletCompiler;
import dev.owlet.processor.model.Concept.Operation;
import dev.owlet.processor.model.Concept.Partition;
import dev.owlet.processor.model.Concept.Partition.Transform;
import dev.owlet.processor.source.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the two good cases mean. */
final class ModelReaderTest {
    private static final Model OWLS = model("owl-watch");
    private static final Model TYPES = model("every-type");

    private static Model model(String name) {
        return OwletCompiler.check(Cases.text(Cases.ROOT.resolve(name)), "data_model.yml")
                .model()
                .orElseThrow();
    }

    @Test
    void readsTheHead() {
        assertThat(OWLS.project()).isEqualTo("owl-watch");
        assertThat(OWLS.className()).isEqualTo("OwlWatch");
        assertThat(OWLS.title()).isEqualTo("Owl watch");
        assertThat(OWLS.budget()).contains(new Model.Budget(BigDecimal.ONE, "USD", new Position(4, 9)));
        assertThat(OWLS.usage()).isEqualTo(new Model.Usage(5, 200, 1000, 10, new BigDecimal("0.0365000")));
    }

    @Test
    void readsEnumsInBothForms() {
        EnumType species = OWLS.enums().get(0);
        assertThat(species.values()).extracting(EnumType.Value::code).containsExactly("TYTO_ALBA", "STRIX_ALUCO");
        assertThat(species.values()).extracting(EnumType.Value::label).containsExactly("Barn owl", "Tawny owl");
        assertThat(OWLS.enums().get(1).values())
                .extracting(EnumType.Value::label)
                .containsExactly("Nestling", "Juvenile", "Adult", "Unknown");
        EnumType.Value last = TYPES.enums().get(1).values().get(4);
        assertThat(last.label()).isEqualTo("True & false");
        assertThat(last.description()).isEqualTo("\\u002a/ ends no comment");
    }

    @Test
    void readsAConceptAsAWhole() {
        Concept sighting = OWLS.concept("Sighting");
        assertThat(sighting.description()).isEqualTo("one bird, seen or handled once");
        assertThat(sighting.path()).isEqualTo("sightings");
        assertThat(sighting.key()).containsExactly("id");
        assertThat(sighting.partition()).contains(new Partition(Transform.YEAR, "seen_at", new Position(41, 16)));
        assertThat(sighting.unique()).containsExactly(List.of("site", "species", "seen_at"));
        assertThat(sighting.access())
                .isEqualTo(Map.of(
                        "reader", Set.of(Operation.READ),
                        "editor", Set.of(Operation.CREATE, Operation.READ, Operation.UPDATE),
                        "admin", Set.of(Operation.values())));
        assertThat(sighting.upload().missing()).containsExactly("", "NA", "-", "\\N");
        assertThat(sighting.upload().columns()).isEqualTo(Map.of("seen_at", "Seen at (local)"));
        assertThat(sighting.upload().formats())
                .isEqualTo(Map.of("decimal", ",", "seen_at", "dd/MM/yyyy HH:mm Europe/Amsterdam"));
        assertThat(sighting.at()).isEqualTo(new Position(38, 3));
    }

    @Test
    void readsTheShortFormOfFields() {
        Field code = OWLS.concept("Site").field("code");
        assertThat(code.type()).isEqualTo(new FieldType.Text(Optional.of(3), Optional.of(8)));
        assertThat(code.pattern()).contains("[A-Z]{2}\\d+");
        assertThat(code.example()).contains("NL012");
        Field weight = OWLS.concept("Sighting").field("weight");
        assertThat(weight.type()).isEqualTo(new FieldType.Decimal(6, 1));
        assertThat(weight.optional()).isTrue();
        assertThat(weight.min()).contains(new Field.Bound("20", true));
        assertThat(weight.max()).contains(new Field.Bound("4000", true));
        assertThat(weight.unit()).contains("g");
        Field rings = OWLS.concept("Sighting").field("rings");
        assertThat(rings.type()).isEqualTo(new FieldType.ListOf(new FieldType.Text(Optional.of(5), Optional.of(7))));
        assertThat(rings.maxItems()).contains(4);
        assertThat(rings.max()).isEmpty();
        Field id = OWLS.concept("Sighting").field("id");
        assertThat(id.defaultValue()).contains(new Field.Default.NewUuid());
        assertThat(id.description()).isEqualTo("UUID version 7: time-ordered, so files skip");
        Field licence = OWLS.concept("Ringer").field("licence");
        assertThat(licence.was()).containsExactly("permit_no");
        assertThat(OWLS.concept("Ringer").unique()).containsExactly(List.of("licence"));
    }

    @Test
    void mapFormMeansTheSameAsTheShortForm() {
        Field map = TYPES.concept("Keywords").field("return");
        assertThat(map.type()).isEqualTo(new FieldType.Decimal(5, 1));
        assertThat(map.min()).contains(new Field.Bound("0", true));
        assertThat(map.max()).contains(new Field.Bound("99.9", true));
        assertThat(map.defaultValue()).contains(new Field.Default.Literal("1.5"));
        assertThat(map.unit()).contains("kg");
        assertThat(map.pii()).isTrue();
        assertThat(map.was()).containsExactly("back", "retour");
        Field text = TYPES.concept("Keywords").field("package");
        assertThat(text.type()).isEqualTo(new FieldType.Text(Optional.of(2), Optional.of(9)));
        assertThat(text.label()).isEqualTo("Paket");
        assertThat(TYPES.concept("Keywords").field("switch").description()).isEqualTo("Overrides } the comment");
        assertThat(TYPES.concept("Keywords").unique()).containsExactly(List.of("new", "int"), List.of("package"));
    }

    @Test
    void referencesBearTheKeysType() {
        assertThat(OWLS.concept("Sighting").field("site").type())
                .isEqualTo(new FieldType.Reference("Site", new FieldType.Text(Optional.of(3), Optional.of(8))));
        assertThat(TYPES.concept("Person").field("chief").type())
                .isEqualTo(new FieldType.Reference("Person", new FieldType.Uuid()));
    }

    @Test
    void shapesStandBehindThoseTheyUse() {
        assertThat(TYPES.shapes()).extracting(Shape::name).containsExactly("Point", "Address");
    }

    @Test
    void modulesPrefixPathAndFolder() {
        Concept line = TYPES.concept("InvoiceLine");
        assertThat(line.module()).isEqualTo("sales");
        assertThat(line.path()).isEqualTo("sales/invoice-lines");
        assertThat(line.folder()).isEqualTo("sales/invoice_line");
        assertThat(line.pluralTitle()).isEqualTo("Invoice lines");
        assertThat(line.key()).containsExactly("invoice", "number");
        assertThat(line.upload().header()).isFalse();
        assertThat(line.upload().delimiter()).contains(';');
        assertThat(TYPES.concept("Invoice").upload().delimiter()).contains('\t');
        assertThat(TYPES.concept("Invoice").access().get("reader")).isEmpty();
    }

    @Test
    void boundsMayBeOpenExclusiveAndMove() {
        Concept types = TYPES.concept("EveryType");
        assertThat(types.field("optional_long").min()).contains(new Field.Bound("0", false));
        assertThat(types.field("optional_decimal").max()).isEmpty();
        assertThat(types.field("optional_date").max()).contains(new Field.Bound("today", true));
        assertThat(types.field("ints").max()).contains(new Field.Bound("100", true));
        assertThat(types.field("ints").minItems()).contains(1);
        assertThat(types.field("text_default").defaultValue())
                .contains(new Field.Default.Literal("a \"quoted\" ${text} */"));
    }

    @Test
    void expressionsAreLinked() {
        Expr heavy = OWLS.concept("Sighting").field("heavy").computed().orElseThrow();
        assertThat(heavy)
                .isEqualTo(new Expr.Binary(
                        Expr.BinaryOp.GT,
                        new Expr.FieldRef(
                                List.of("weight"),
                                new FieldType.Decimal(6, 1),
                                Expr.Type.DECIMAL,
                                true,
                                Optional.empty()),
                        new Expr.Literal(Expr.Type.INT, "600"),
                        Expr.Type.BOOL));
        Concept.Rule rule = OWLS.concept("Sighting").rules().get(0);
        assertThat(rule.source()).isEqualTo("age != nestling or weight is null");
        Expr.Binary or = (Expr.Binary) rule.condition();
        assertThat(or.op()).isEqualTo(Expr.BinaryOp.OR);
        assertThat(((Expr.Binary) or.left()).right()).isEqualTo(new Expr.EnumValue("Age", "nestling"));
        assertThat(or.right()).isInstanceOf(Expr.IsNull.class);
    }
}
