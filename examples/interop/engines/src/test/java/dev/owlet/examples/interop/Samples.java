package dev.owlet.examples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows with values just inside the bounds of their types, and hostile texts. */
final class Samples {
    /** The schema of {@code Everything}, as Spark tells it. */
    static final String EVERYTHING_IN_SPARK = "id BIGINT,flag BOOLEAN,small INT,big BIGINT,ratio DOUBLE,"
            + "price DECIMAL(9,2),sum DECIMAL(18,4),huge DECIMAL(38,9),name STRING,story STRING,mail STRING,"
            + "page STRING,code STRING,day DATE,hour STRING,moment TIMESTAMP,kind STRING,raw STRING,"
            + "scan STRUCT<key: STRING, name: STRING, size: BIGINT, sha256: STRING>,"
            + "place STRUCT<lat: DECIMAL(9,6), lon: DECIMAL(9,6), where: STRING>,parent BIGINT,texts ARRAY<STRING>,"
            + "numbers ARRAY<INT>,prices ARRAY<DECIMAL(9,2)>,moments ARRAY<TIMESTAMP>,"
            + "places ARRAY<STRUCT<lat: DECIMAL(9,6), lon: DECIMAL(9,6), where: STRING>>,heavy BOOLEAN,"
            + "_version BIGINT,_created_at TIMESTAMP,_created_by STRING,_updated_at TIMESTAMP,_updated_by STRING,"
            + "_upload STRING";

    /** Longer than the 32 code points that statistics keep, and not the same behind them. */
    static final String LONG_TEXT = "🦉".repeat(32) + "abc";

    private Samples() {}

    /** Rows with ids from 0 on, all columns filled, in no order but that of the id. */
    static List<JsonNode> many(int count) {
        List<JsonNode> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Rows.parse(String.format(
                    Locale.ROOT,
                    """
                    {"id":%1$d,"flag":%2$b,"small":%3$d,"big":%3$d,"ratio":%4$.2f,"price":"%5$d.25","sum":"-%5$d.0001",
                     "huge":"%7$d.000000001","name":"name %3$d 🦉","story":"%7$s","mail":"a%3$d@example.org",
                     "page":"https://a.example/%3$d","code":"%7$08d-0000-7000-8000-000000000000","day":"2024-02-%6$02d",
                     "hour":"10:%6$02d:00.000%9$03d","moment":"2024-03-10T07:%6$02d:00.000%9$03dZ","kind":"TAWNY","raw":{"n":%7$d},
                     "scan":{"key":"%7$d","size":%3$d},"place":{"lat":"%5$d.000001","where":"w%3$d"},"texts":["a","%7$d"],
                     "numbers":[%3$d],"prices":["%5$d.00"],"moments":["2024-03-10T07:%6$02d:00Z"],
                     "places":[{"lat":"%5$d.000000"}],"heavy":%8$b}""",
                    i,
                    i % 3 == 0,
                    i * 7919 % 1000,
                    i * 0.25,
                    i % 90,
                    i % 29 + 1,
                    i,
                    i * 0.25 > 1,
                    i % 999 + 1)));
        }
        return rows;
    }

    /** Every column absent, least, greatest, and odd. */
    static List<JsonNode> everything() {
        List<JsonNode> rows = new ArrayList<>(Rows.of("""
                {"id":0}""", """
                {"id":"-9223372036854775808","flag":false,"small":-2147483648,"big":"-9223372036854775808",
                 "ratio":-1.7976931348623157E308,"price":"-9999999.99","sum":"-99999999999999.9999",
                 "huge":"-99999999999999999999999999999.999999999","name":"","story":"","mail":"a@b.example",
                 "page":"http://a.example","code":"00000000-0000-0000-0000-000000000000","day":"0001-01-01",
                 "hour":"00:00:00","moment":"0001-01-01T00:00:00Z","kind":"BARN","raw":{},
                 "scan":{"key":"k"},"place":{"lat":"-90.000000"},"texts":[],"numbers":[],"prices":[],"moments":[],
                 "places":[],"heavy":false}""", """
                {"id":"9223372036854775807","flag":true,"small":2147483647,"big":"9223372036854775807",
                 "ratio":1.7976931348623157E308,"price":"9999999.99","sum":"99999999999999.9999",
                 "huge":"99999999999999999999999999999.999999999","name":"\\u0001 \\n\\t\\"\\\\ ﷽ \uFFFF 🦉",
                 "story":"# Owls","mail":"o'hara+owl@example.org","page":"https://ü.example/?a=1&b=%20",
                 "code":"ffffffff-ffff-7fff-bfff-ffffffffffff","day":"9999-12-31","hour":"23:59:59.999999",
                 "moment":"9999-12-31T23:59:59.999999Z","kind":"NA","raw":{"a":[1,"x",null,{"b":true}]},
                 "scan":{"key":"inbox/x","name":"x y.csv","size":"9007199254740993","sha256":"00"},
                 "place":{"lat":"90.000000","lon":"-180.000000","where":"Ås"},"parent":0,
                 "texts":["","a,b","NULL","🦉"],"numbers":[0,-1,2147483647],"prices":["0.00","-0.01"],
                 "moments":["1582-10-04T23:59:59Z","1969-12-31T23:59:59.999999Z","1970-01-01T00:00:00Z"],
                 "places":[{"lat":"1.500000"},{"lat":"2.000000","lon":"3.000000","where":""}],"heavy":true}""", """
                {"id":7,"ratio":4.9E-324,"price":"0.00","name":"__HIVE_DEFAULT_PARTITION__","story":"null",
                 "day":"1582-10-15","hour":"12:30:00","moment":"1883-11-18T17:00:00.000001Z","kind":"TAWNY","raw":"text",
                 "texts":["x"],"heavy":false}""", """
                {"id":8,"ratio":0.1,"day":"1582-10-04","moment":"1900-01-01T00:00:00Z","raw":[1,2],"heavy":false}""", """
                {"id":9,"ratio":1.0000000000000002,"day":"1970-01-01","moment":"2024-03-10T07:00:00Z","raw":17,
                 "heavy":true}"""));
        rows.add(((ObjectNode) Rows.parse("{\"id\":10,\"story\":\"after\"}")).put("name", LONG_TEXT));
        rows.add(((ObjectNode) Rows.parse("{\"id\":11,\"story\":\"before\"}")).put("name", LONG_TEXT + "\uDBFF\uDFFF"));
        return rows;
    }
}
