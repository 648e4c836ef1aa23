package dev.owlet.runtime.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterTest {
    private static final Owl HOOT = Owl.TYPE.fromJson("{\"age\":3,\"name\":\"Straße 🦉\",\"kind\":\"TAWNY\","
            + "\"weight\":\"12.50\",\"rings\":[\"NL1\"],\"position\":{\"lat\":1,\"lon\":2}}");
    private static final Owl BARE = Owl.TYPE.fromJson("{\"age\":0,\"name\":\"b\",\"kind\":\"BARN\"}");

    private static void holds(Filter<Owl> filter, boolean forHoot, boolean forBare) {
        assertThat(filter.test(HOOT)).isEqualTo(forHoot);
        assertThat(filter.test(BARE)).isEqualTo(forBare);
    }

    @Test
    void comparisonsDoNotHoldForAbsentValues() {
        holds(Owl.WEIGHT.eq(new BigDecimal("12.5")), true, false);
        holds(Owl.WEIGHT.ne(new BigDecimal("1")), true, false);
        holds(Owl.WEIGHT.lt(new BigDecimal("13")), true, false);
        holds(Owl.WEIGHT.isNull(), false, true);
        holds(Owl.WEIGHT.isNotNull(), true, false);
        holds(Owl.WEIGHT.in(List.of(BigDecimal.ONE, new BigDecimal("12.500"))), true, false);
    }

    @Test
    void enumsCompareInModelOrder() {
        holds(Owl.KIND.gt(Owl.Kind.BARN), true, false);
        holds(Owl.KIND.lte(Owl.Kind.TAWNY), true, true);
    }

    @Test
    void textContainsTextWithoutCase() {
        holds(Owl.NAME.contains("STRA"), true, false);
        holds(Owl.NAME.contains("🦉"), true, false);
        holds(Owl.NAME.contains(""), true, true);
        holds(Owl.WEIGHT.contains("2.5"), true, false);
    }

    @Test
    void listsContainItems() {
        holds(Owl.RINGS.contains("NL1"), true, false);
        holds(Owl.RINGS.contains("NL"), false, false);
        Column<Owl, List<Integer>> numbers =
                Column.required("numbers", ValueType.listOf(ValueType.integer()), owl -> List.of(owl.age()));
        holds(numbers.contains("3"), true, false);
        assertThatThrownBy(() -> numbers.contains("three")).isInstanceOf(BadValueException.class);
    }

    @Test
    void nestedColumnsFilterAndPassOverAbsentShapes() {
        Column<Owl, BigDecimal> lat = Owl.POSITION.nested(Owl.Position.LAT);
        holds(lat.gte(BigDecimal.ONE), true, false);
        holds(lat.isNull(), false, true);
    }

    @Test
    void conditionsCombine() {
        holds(Filter.all(), true, true);
        holds(Owl.AGE.eq(3).and(Owl.WEIGHT.isNull()), false, false);
        holds(Owl.AGE.eq(3).or(Owl.WEIGHT.isNull()), true, true);
    }
}
