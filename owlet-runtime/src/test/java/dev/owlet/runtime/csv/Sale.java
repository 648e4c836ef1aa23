package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violations;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Ten columns of mixed types with the checks that models have, to measure by. */
record Sale(
        long id,
        String code,
        String customer,
        int quantity,
        BigDecimal price,
        @Nullable Double weight,
        LocalDate day,
        Instant sold_at,
        boolean paid,
        Channel channel) {
    enum Channel {
        SHOP,
        WEB,
        PHONE
    }

    private static final Column<Sale, Long> ID = Column.required("id", ValueType.longInteger(), Sale::id);
    private static final Column<Sale, String> CODE = Column.required("code", ValueType.text(), Sale::code);
    private static final Column<Sale, String> CUSTOMER = Column.required("customer", ValueType.text(), Sale::customer);
    private static final Column<Sale, Integer> QUANTITY =
            Column.required("quantity", ValueType.integer(), Sale::quantity);
    private static final Column<Sale, BigDecimal> PRICE =
            Column.required("price", ValueType.decimal(9, 2), Sale::price);
    private static final Column<Sale, Double> WEIGHT = Column.optional("weight", ValueType.doubleFloat(), Sale::weight);
    private static final Column<Sale, LocalDate> DAY = Column.required("day", ValueType.date(), Sale::day);
    private static final Column<Sale, Instant> SOLD_AT =
            Column.required("sold_at", ValueType.timestamp(), Sale::sold_at);
    private static final Column<Sale, Boolean> PAID = Column.required("paid", ValueType.bool(), Sale::paid);
    private static final Column<Sale, Channel> CHANNEL = Column.required(
            "channel",
            ValueType.enumeration(List.of(Channel.values()), Channel::name, c -> "By " + c.name()),
            Sale::channel);

    static final RowType<Sale> TYPE = new RowType<>(
            "Sale",
            List.of(ID, CODE, CUSTOMER, QUANTITY, PRICE, WEIGHT, DAY, SOLD_AT, PAID, CHANNEL),
            values -> {},
            Sale::check,
            values -> new Sale(
                    values.require(ID),
                    values.require(CODE),
                    values.require(CUSTOMER),
                    values.require(QUANTITY),
                    values.require(PRICE),
                    values.get(WEIGHT),
                    values.require(DAY),
                    values.require(SOLD_AT),
                    values.require(PAID),
                    values.require(CHANNEL)));

    private static void check(Values values, Violations violations) {
        violations.required("/id", values.get(ID));
        violations.required("/code", values.get(CODE));
        violations.maxLength("/code", values.get(CODE), 12);
        violations.required("/customer", values.get(CUSTOMER));
        violations.minLength("/customer", values.get(CUSTOMER), 1);
        violations.maxLength("/customer", values.get(CUSTOMER), 120);
        violations.required("/quantity", values.get(QUANTITY));
        violations.min("/quantity", values.get(QUANTITY), 1);
        violations.required("/price", values.get(PRICE));
        violations.decimal("/price", values.get(PRICE), 9, 2);
        violations.required("/day", values.get(DAY));
        violations.required("/sold_at", values.get(SOLD_AT));
        violations.required("/paid", values.get(PAID));
        violations.required("/channel", values.get(CHANNEL));
    }

    /** A file of so many rows, of which one in a hundred breaks the model. */
    static byte[] csv(int rows) {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder(rows * 96);
        text.append("id,code,customer,quantity,price,weight,day,sold_at,paid,channel\n");
        for (int i = 0; i < rows; i++) {
            LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000));
            text.append(100_000_000L + i).append(",NL-").append(100_000 + random.nextInt(900_000));
            text.append(i % 7 == 0 ? ",\"Jansen, Zoë\"," : ",Customer " + random.nextInt(5000) + ",");
            text.append(i % 100 == 99 ? "none" : String.valueOf(1 + random.nextInt(40)))
                    .append(',');
            text.append(random.nextInt(10_000))
                    .append('.')
                    .append(10 + random.nextInt(90))
                    .append(',');
            text.append(i % 10 == 0 ? "" : String.valueOf(random.nextInt(100_000) / 1000.0))
                    .append(',');
            text.append(day)
                    .append(',')
                    .append(day)
                    .append('T')
                    .append(10 + random.nextInt(14))
                    .append(":05:09Z,");
            text.append(random.nextBoolean())
                    .append(',')
                    .append(Channel.values()[random.nextInt(3)])
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
