package dev.owlet.runtime.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.owlet.runtime.row.ValueType.Mode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTypeTest {
    private static final String WHOLE = "{\"id\":\"0190a3f2-7c11-7d6e-9f00-3b2a51c8d9e4\",\"tame\":false,\"age\":3,"
            + "\"heartbeats\":\"9007199254740993\",\"wingspan\":0.85,\"weight\":\"612.50\",\"name\":\"Hoot\","
            + "\"note\":\"\",\"hatched\":\"2023-04-01\",\"wakes\":\"21:15:00\",\"seen_at\":\"2026-03-31T09:30:00Z\","
            + "\"kind\":\"BARN\",\"rings\":[\"NL1\",\"NL2\"],"
            + "\"position\":{\"lat\":\"52.100000\",\"lon\":\"5.100000\"},\"extra\":{},\"raw\":{\"a\":1.10},"
            + "\"heavy\":true}";

    private static List<Violation> violations(String json) {
        ViolationException e = catchThrowableOfType(ViolationException.class, () -> Owl.TYPE.fromJson(json));
        assertThat(e).as(json).isNotNull();
        return e.violations();
    }

    private static List<String> codes(String json) {
        return violations(json).stream().map(v -> v.pointer() + " " + v.code()).toList();
    }

    @Test
    void jsonReadsBackAsItWasWritten() {
        Owl owl = Owl.TYPE.fromJson(WHOLE);
        assertThat(Owl.TYPE.toJson(owl)).isEqualTo(WHOLE);
        assertThat(Owl.TYPE.fromJson(Owl.TYPE.toJson(owl))).isEqualTo(owl);
    }

    @Test
    void absentValuesTakeDefaultsOrStayAbsent() {
        Owl owl = Owl.TYPE.fromJson("{\"age\":1,\"name\":\"Hoot\",\"kind\":\"NA\",\"tame\":null,\"rings\":null}");
        assertThat(owl.id().version()).isEqualTo(7);
        assertThat(owl.rings()).isEmpty();
        assertThat(owl.tame()).isNull();
        assertThat(owl.heavy()).isFalse();
    }

    @Test
    void everyFaultComesBackAtOnce() {
        String json = "{\"kind\":\"OWL\",\"age\":-1,\"name\":\"\",\"weight\":\"1.234\",\"heartbeats\":true,"
                + "\"rings\":[\"NL1\",\"x\",null,3],\"position\":{\"lat\":91},\"wakes\":[],\"extra\":7,"
                + "\"nme\":\"Hoot\",\"a/b~c\":1}";
        assertThat(codes(json))
                .containsExactlyInAnyOrder(
                        "/kind enum",
                        "/age min",
                        "/name minLength",
                        "/weight scale",
                        "/heartbeats type",
                        "/rings/2 required",
                        "/rings/3 type",
                        "/position/lat max",
                        "/position/lon required",
                        "/wakes type",
                        "/extra type",
                        "/nme unknown",
                        "/a~1b~0c unknown");
    }

    @Test
    void faultsOfTypeComeInModelOrder() {
        assertThat(codes("{\"wakes\":1,\"seen_at\":1,\"tame\":1,\"age\":1,\"name\":\"a\",\"kind\":\"NA\"}"))
                .containsExactly("/tame type", "/wakes type", "/seen_at type");
    }

    @Test
    void itemsThatBreakAConstraintAreNamed() {
        assertThat(codes("{\"age\":1,\"name\":\"a\",\"kind\":\"NA\",\"rings\":[\"NL1\",\"nl1\",\"NL1;\"]}"))
                .containsExactly("/rings/1 pattern", "/rings/2 pattern");
    }

    @Test
    void aRuleSaysNothingAboutFieldsThatAreAtFault() {
        String json = "{\"age\":0,\"name\":\"a\",\"kind\":\"NA\",\"weight\":\"%s\"}";
        assertThat(codes(json.formatted("1.00"))).containsExactly(" rule");
        assertThat(codes(json.formatted("x"))).containsExactly("/weight type");
    }

    @Test
    void severalBrokenRulesOfAShapeAreAllTold() {
        String json = "{\"age\":1,\"name\":\"a\",\"kind\":\"NA\",\"position\":{\"lat\":-1,\"lon\":-1}}";
        assertThat(violations(json))
                .containsExactly(
                        new Violation("/position", "rule", "not null island (lat != lon)"),
                        new Violation("/position", "rule", "east (lon > 0)"));
    }

    @Test
    void unknownFieldsAreToldWhatTheyMayHaveMeant() {
        assertThat(violations("{\"age\":1,\"name\":\"a\",\"kind\":\"NA\",\"wieght\":1,\"zzz\":1}"))
                .extracting(Violation::message)
                .containsExactly("is not a field of Owl; did you mean weight?", "is not a field of Owl");
    }

    @Test
    void whatWasReadCanBeSentBack() {
        String json = "{\"_version\":3,\"_created_at\":\"x\",\"kind$title\":\"Barn\",\"heavy\":\"nonsense\","
                + "\"age\":1,\"name\":\"a\",\"kind\":\"NA\"}";
        assertThat(Owl.TYPE.fromJson(json).name()).isEqualTo("a");
    }

    @Test
    void formerNamesAreReadOnlyInImports() {
        String json = "{\"age\":\"1\",\"name\":\"a\",\"kind\":\"Namib owl\",\"remark\":\"x\"}";
        Violations violations = new Violations();
        Owl owl = Owl.TYPE.read(Json.tree(json), Mode.IMPORT, violations);
        assertThat(violations.list()).isEmpty();
        assertThat(owl).isNotNull();
        assertThat(owl.note()).isEqualTo("x");
        assertThat(codes(json)).contains("/remark unknown", "/age type", "/kind enum");
    }

    @Test
    void hostileJsonIsRefusedAsText() {
        for (String json : List.of(
                "",
                "[]",
                "null",
                "3",
                "{",
                "{\"age\":1,\"age\":2}",
                "{} {}",
                "{\"raw\":" + "[".repeat(100_000),
                "{\"raw\":" + "[".repeat(65) + "]".repeat(65) + "}",
                "{\"age\":" + "9".repeat(101) + "}",
                "{\"age\":1e99999999999}",
                "{\"age\":NaN}",
                "{'age':1}",
                "{\"name\":\"\u0001\"}")) {
            assertThat(violations(json)).as(json).isNotEmpty();
        }
    }

    @Test
    void hugeExponentsCostNothing() {
        String row =
                "{\"age\":%1$s,\"heartbeats\":%1$s,\"wingspan\":%1$s,\"weight\":%1$s,\"name\":\"a\",\"kind\":\"NA\","
                        + "\"position\":{\"lat\":%1$s,\"lon\":%1$s}}";
        assertThat(codes(row.formatted("1e1000000000")))
                .containsExactly(
                        "/age type",
                        "/heartbeats type",
                        "/wingspan type",
                        "/weight precision",
                        "/position/lat precision",
                        "/position/lon precision");
        assertThat(codes(row.formatted("-1e-1000000000")))
                .containsExactly(
                        "/age type", "/heartbeats type", "/weight scale", "/position/lat scale", "/position/lon scale");
    }

    @Test
    void aMillionFaultsAreNotAMillionSentences() {
        String json = "{\"age\":1,\"name\":\"a\",\"kind\":\"NA\",\"rings\":[" + "1,".repeat(200_000) + "1]}";
        assertThat(violations(json)).hasSize(Violations.MAX);
    }

    @Test
    void storedRowsAreRestoredUnchecked() {
        Values values = Owl.TYPE.values(Owl.TYPE.fromJson(WHOLE));
        values.set(Owl.AGE, -1);
        assertThat(Owl.TYPE.restore(values).age()).isEqualTo(-1);
        values.set(Owl.AGE, null);
        assertThatThrownBy(() -> Owl.TYPE.restore(values))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Owl")
                .hasMessageContaining("age");
        assertThat(Checks.on()).isTrue();
    }

    @Test
    void whatWasStoredAbsentStaysAbsent() {
        Column<Owl.Extra, String> a = Column.optional("a", ValueType.text(), Owl.Extra::a);
        Column<Owl.Extra, Integer> b = Column.required("b", ValueType.integer(), Owl.Extra::b);
        RowType<Owl.Extra> type = new RowType<>(
                "Extra",
                List.of(a, b),
                values -> {
                    values.fill(a, () -> "default");
                    values.fill(b, () -> 1);
                },
                (values, violations) -> {},
                values -> new Owl.Extra(values.get(a), values.get(b)));

        assertThat(type.restore(type.values())).isEqualTo(new Owl.Extra(null, 1));
        assertThat(type.fromJson("{}")).isEqualTo(new Owl.Extra("default", 1));
    }

    @Test
    void dottedNamesAreColumnsWithinShapes() {
        Owl owl = Owl.TYPE.fromJson(WHOLE);
        Column<Owl, ?> lat = Owl.TYPE.path("position.lat").orElseThrow();
        assertThat(lat.name()).isEqualTo("position.lat");
        assertThat(lat.type().kind()).isEqualTo(ValueType.Kind.DECIMAL);
        assertThat(lat.get(owl)).isEqualTo(new BigDecimal("52.100000"));
        assertThat(lat.isOptional()).isTrue();
        for (String none : List.of("", ".", "position.", ".lat", "position.lat.x", "name.x", "Position.lat", "nope")) {
            assertThat(Owl.TYPE.path(none)).as(none).isEmpty();
        }
    }

    @Test
    void aColumnNameStandsOnce() {
        Column<Owl, String> again = Column.required("x", ValueType.text(), Owl::name);
        Column<Owl, String> twin = Column.required("x", ValueType.text(), Owl::name);
        assertThatThrownBy(() -> new RowType<>("X", List.of(again, twin), v -> {}, (v, w) -> {}, v -> null))
                .hasMessageContaining("two columns named x");
    }
}
